package io.rapport.mongo;

import io.rapport.test.TestMongo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.mongodb.MongoDBContainer;

/** The MongoDB helpers on the image that {@code docker-compose.yml} names; skipped where there is no Docker. */
@Tag("docker")
@Testcontainers(disabledWithoutDocker = true)
class MongoImageIT extends MongoContract {

    @Container
    private static final MongoDBContainer IMAGE = new MongoDBContainer("mongo:8.0");

    private static TestMongo mongo;

    @BeforeAll
    static void connect() {
        mongo = TestMongo.at(IMAGE.getConnectionString());
    }

    @AfterAll
    static void disconnect() {
        mongo.close();
    }

    @Override
    TestMongo mongo() {
        return mongo;
    }
}
