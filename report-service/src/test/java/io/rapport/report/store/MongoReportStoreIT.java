package io.rapport.report.store;

import io.rapport.report.store.people.OwedPageQuery;

import static io.rapport.report.ReportTestEvents.ACME;
import static io.rapport.report.ReportTestEvents.person;
import static io.rapport.report.ReportTestEvents.relationship;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ExplainVerbosity;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.rapport.report.domain.people.RelationshipRepository.OwedQuery;
import java.time.Instant;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** MongoDB's own engine, where {@code RAPPORT_TEST_MONGODB_URI} says. */
@Tag("mongo-engine")
class MongoReportStoreIT extends ReportStoreContract {

    private static MongoClient client;

    @BeforeAll
    static void connect() {
        client = MongoClients.create(System.getenv("RAPPORT_TEST_MONGODB_URI"));
    }

    @AfterAll
    static void close() {
        client.close();
    }

    /** What is asked on every page must not look at every document. */
    @Test
    void figuresAreFoundByIndex() {
        var waiting = IntStream.range(0, 200)
                .mapToObj(i -> i % 20 == 0
                        ? relationship("p" + i)
                                .waiting(Instant.ofEpochSecond(i))
                                .state()
                        : relationship("p" + i).state())
                .toList();
        store.relationships().saveCurrent(ACME, waiting);
        var query = new OwedQuery(new OwedQuery.Place(Instant.ofEpochSecond(20), person("p20")), 5);
        var plan = database()
                .getCollection("relationships")
                .find(OwedPageQuery.filter(ACME, query))
                .sort(OwedPageQuery.SORT)
                .limit(5)
                .explain(ExplainVerbosity.EXECUTION_STATS);
        var stats = plan.get("executionStats", Document.class);
        assertThat(stats.getInteger("nReturned")).isEqualTo(5);
        assertThat(stats.getInteger("totalDocsExamined")).isLessThanOrEqualTo(6);
        assertThat(plan.toJson()).doesNotContain("COLLSCAN");
    }

    @Override
    MongoDatabase database() {
        return client.getDatabase("report_test");
    }
}
