package io.rapport.identity;

import java.util.Objects;
import org.junit.jupiter.api.Tag;

/** On MongoDB's own engine, at {@code RAPPORT_TEST_MONGODB_URI}. */
@Tag("mongo-engine")
class DecisionRaceMongoIT extends DecisionRaceContract {

    @Override
    IdentityServiceFixture open() {
        return new IdentityServiceFixture(Objects.requireNonNull(
                System.getenv("RAPPORT_TEST_MONGODB_URI"), "Set RAPPORT_TEST_MONGODB_URI to a MongoDB for tests"));
    }
}
