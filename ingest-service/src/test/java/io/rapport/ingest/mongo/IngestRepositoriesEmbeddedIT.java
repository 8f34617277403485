package io.rapport.ingest.mongo;

import io.rapport.test.TestMongo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class IngestRepositoriesEmbeddedIT extends IngestRepositoriesContract {

    private static TestMongo mongo;

    @BeforeAll
    static void start() {
        mongo = TestMongo.embedded();
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
