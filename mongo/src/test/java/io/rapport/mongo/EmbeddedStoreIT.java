package io.rapport.mongo;

import io.rapport.test.TestMongo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class EmbeddedStoreIT extends MongoContract {

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
