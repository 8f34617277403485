package io.rapport.report.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** MongoDB's own engine, where {@code RAPPORT_TEST_MONGODB_URI} says. */
@Tag("mongo-engine")
class MongoEngineIT extends StoreContract {

    private static MongoClient client;

    @BeforeAll
    static void connect() {
        client = MongoClients.create(System.getenv("RAPPORT_TEST_MONGODB_URI"));
    }

    @AfterAll
    static void close() {
        client.close();
    }

    @Override
    MongoDatabase database() {
        return client.getDatabase("report_test");
    }
}
