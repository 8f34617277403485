package io.rapport.ingest.mongo;

import io.rapport.test.TestMongo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** The contract on the MongoDB engine at {@code RAPPORT_TEST_MONGODB_URI}. */
@Tag("mongo-engine")
class IngestRepositoriesMongoIT extends IngestRepositoriesContract {

    private static TestMongo mongo;

    @BeforeAll
    static void start() {
        mongo = TestMongo.engine();
    }

    @AfterAll
    static void stop() {
        mongo.close();
    }

    @Override
    TestMongo mongo() {
        return mongo;
    }
}
