package io.rapport.ingest.mongo;

import java.util.Objects;
import org.junit.jupiter.api.Tag;

/** The same on MongoDB's own engine, wherever {@code RAPPORT_TEST_MONGODB_URI} says it is. */
@Tag("mongo-engine")
class IngestRepositoriesMongoIT extends IngestRepositoriesContract {

    @Override
    String uri() {
        return Objects.requireNonNull(System.getenv("RAPPORT_TEST_MONGODB_URI"), "Set RAPPORT_TEST_MONGODB_URI");
    }
}
