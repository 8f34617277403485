package io.rapport.report.store;

import static io.rapport.report.ReportTestEvents.ACME;
import static io.rapport.report.ReportTestEvents.person;
import static io.rapport.report.ReportTestEvents.relationship;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ExplainVerbosity;
import com.mongodb.client.MongoDatabase;
import io.rapport.report.domain.people.RelationshipRepository.OwedQuery;
import io.rapport.report.store.people.RelationshipPageQueries;
import io.rapport.test.TestMongo;
import java.time.Instant;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract on MongoDB's own engine at {@code RAPPORT_TEST_MONGODB_URI}. */
@Tag("mongo-engine")
class MongoReportStoreIT extends ReportStoreContract {

    private static TestMongo mongo;

    @BeforeAll
    static void connect() {
        mongo = TestMongo.engine();
    }

    @AfterAll
    static void close() {
        mongo.close();
    }

    /** The query of every page must not scan the collection. */
    @Test
    void owedRepliesAreFoundByIndex() {
        var waiting = IntStream.range(0, 200)
                .mapToObj(i -> i % 20 == 0
                        ? relationship("p" + i)
                                .waiting(Instant.ofEpochSecond(i))
                                .state()
                        : relationship("p" + i).state())
                .toList();
        store.relationships().saveCurrent(ACME, waiting);
        var query = new OwedQuery(new OwedQuery.OwedPosition(Instant.ofEpochSecond(20), person("p20")), 5);
        var plan = database()
                .getCollection("relationships")
                .find(RelationshipPageQueries.filter(ACME, query))
                .sort(RelationshipPageQueries.OWED_ORDER.sort())
                .limit(5)
                .explain(ExplainVerbosity.EXECUTION_STATS);
        var stats = plan.get("executionStats", Document.class);
        assertThat(stats.getInteger("nReturned")).isEqualTo(5);
        assertThat(stats.getInteger("totalDocsExamined")).isLessThanOrEqualTo(6);
        assertThat(plan.toJson()).doesNotContain("COLLSCAN");
    }

    @Override
    MongoDatabase database() {
        return mongo.database("report_test");
    }
}
