package io.rapport.report.store;

import com.mongodb.client.MongoDatabase;
import io.rapport.test.TestMongo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract on the embedded store. */
class EmbeddedReportStoreIT extends ReportStoreContract {

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
    MongoDatabase database() {
        return mongo.database("report_test");
    }
}
