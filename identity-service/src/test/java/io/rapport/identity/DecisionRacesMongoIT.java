package io.rapport.identity;

import java.util.Objects;
import org.junit.jupiter.api.Tag;

/** On MongoDB's own engine, at {@code RAPPORT_TEST_MONGODB_URI}. */
@Tag("mongo-engine")
class DecisionRacesMongoIT extends DecisionRaces {

    @Override
    Pipeline open() {
        return new Pipeline(Objects.requireNonNull(
                System.getenv("RAPPORT_TEST_MONGODB_URI"), "Set RAPPORT_TEST_MONGODB_URI to a MongoDB for tests"));
    }
}
