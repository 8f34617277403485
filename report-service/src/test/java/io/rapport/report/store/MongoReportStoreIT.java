package io.rapport.report.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.excludeId;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;
import static io.rapport.report.ReportTestEvents.ACME;
import static io.rapport.report.ReportTestEvents.brandPost;
import static io.rapport.report.ReportTestEvents.engagement;
import static io.rapport.report.ReportTestEvents.handle;
import static io.rapport.report.ReportTestEvents.person;
import static io.rapport.report.ReportTestEvents.relationship;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ExplainVerbosity;
import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceivedBuilder;
import io.rapport.contracts.engagement.EngagementValue;
import io.rapport.report.domain.engagement.EngagementListing;
import io.rapport.report.domain.engagement.EngagementRange;
import io.rapport.report.domain.engagement.PostKey;
import io.rapport.report.domain.people.PeopleFilter;
import io.rapport.report.domain.people.PeopleQuery;
import io.rapport.report.domain.people.PeopleSorting;
import io.rapport.report.domain.people.RelationshipRepository.OwedQuery;
import io.rapport.report.store.decision.MongoReminderRepository;
import io.rapport.report.store.decision.MongoStoryRepository;
import io.rapport.report.store.decision.MongoSuggestionRepository;
import io.rapport.report.store.engagement.EngagementRangeQueries;
import io.rapport.report.store.people.NameQueries;
import io.rapport.report.store.people.RelationshipPageQueries;
import io.rapport.test.TestMongo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract on MongoDB's own engine at {@code RAPPORT_TEST_MONGODB_URI}. */
@Tag("mongo-engine")
class MongoReportStoreIT extends ReportStoreContract {

    /** The orders of queries by collection. */
    private static final Map<String, Bson> ORDERS = Map.of(
            "engagements",
            EngagementRangeQueries.NEWEST_FIRST,
            "reminders",
            MongoReminderRepository.EARLIEST,
            "suggestions",
            MongoSuggestionRepository.LATEST);

    private static final RecordedQueries QUERIES = new RecordedQueries();

    private static TestMongo mongo;

    @BeforeAll
    static void connect() {
        mongo = TestMongo.engine(QUERIES);
    }

    @AfterAll
    static void close() {
        mongo.close();
    }

    @BeforeEach
    void forgetQueries() {
        QUERIES.clear();
    }

    @AfterEach
    void everyQueryHasOneIndex() {
        assertThat(QUERIES.findScans(database())).isEmpty();
        assertThat(QUERIES.findUndecided(database())).isEmpty();
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
        store.relationships().saveCurrent(waiting);
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

    @Test
    void engagementsAndStoriesOfAMonthAreFoundByIndex() {
        var handles = IntStream.range(0, 300)
                .mapToObj(i -> new HandleKey(ACME, "x", "h" + i))
                .toList();
        store.engagements()
                .save(handles.stream()
                        .flatMap(handle -> IntStream.range(0, 3)
                                .mapToObj(i -> EngagementReceivedBuilder.builder(engagement(
                                                handle,
                                                handle.handle() + "-" + i,
                                                Instant.ofEpochSecond(i),
                                                i < 2 ? EngagementKind.THANKS : EngagementKind.REPLY))
                                        .direction(Direction.OUTBOUND)
                                        .build()))
                        .toList());
        var thanks = EngagementRangeQueries.thanks(ACME, Instant.ofEpochSecond(1), Instant.ofEpochSecond(9));
        assertThat(examined("engagements", thanks)).isEqualTo(300);
        var some =
                new EngagementRange(Direction.OUTBOUND, null, Instant.ofEpochSecond(1), Instant.ofEpochSecond(2), 500);
        assertThat(examined("engagements", EngagementRangeQueries.ofHandles(ACME, handles.subList(0, 40), some)))
                .isEqualTo(40);
        store.engagements()
                .save(IntStream.range(0, 50)
                        .mapToObj(i -> brandPost(ACME, "x", "p" + i, "Text"))
                        .toList());
        var lastThanks = new EngagementRange(
                Direction.OUTBOUND, EngagementKind.THANKS, Instant.EPOCH, Instant.ofEpochSecond(9), 500);
        assertThat(examined("engagements", EngagementRangeQueries.ofHandles(ACME, handles.subList(0, 40), lastThanks)))
                .isEqualTo(80);
        var posts = EngagementRangeQueries.ofPosts(ACME, List.of(new PostKey("x", "p7"), new PostKey("x", "p9")));
        assertThat(examined("engagements", posts)).isEqualTo(2);
        store.stories()
                .saveNewer(IntStream.range(0, 100)
                        .mapToObj(i -> stories(
                                "p" + i, 1, LocalDate.of(2025, 1, 1).plusDays(i).toString()))
                        .toList());
        var month = MongoStoryRepository.inDays(ACME, LocalDate.of(2025, 2, 1), LocalDate.of(2025, 2, 28));
        assertThat(examined("stories", month)).isEqualTo(28);
        var week = EngagementRangeQueries.listed(
                ACME, EngagementListing.TIME, Instant.ofEpochSecond(3), Instant.ofEpochSecond(10));
        store.engagements()
                .save(IntStream.range(0, 100)
                        .mapToObj(i -> EngagementReceivedBuilder.builder(engagement(
                                        handles.get(0), "met-" + i, Instant.ofEpochSecond(i), EngagementKind.MEETING))
                                .direction(Direction.OUTBOUND)
                                .value(new EngagementValue(null, null, 30.0, null, null, null))
                                .build())
                        .toList());
        assertThat(examined("engagements", week)).isEqualTo(7);
        store.reminders()
                .saveNewer(IntStream.range(0, 100)
                        .mapToObj(i -> reminders(
                                "p" + i,
                                1,
                                i < 30 ? LocalDate.of(2025, 5, 1).plusDays(i).toString() : null))
                        .toList());
        assertThat(examined("reminders", MongoReminderRepository.open(ACME))).isEqualTo(30);
        var at = Instant.parse("2025-05-01T00:00:00Z");
        store.suggestions()
                .saveNewer(IntStream.range(0, 100)
                        .mapToObj(i -> suggestions("p" + i, 1, at.plusSeconds(i)))
                        .toList());
        assertThat(examined("suggestions", MongoSuggestionRepository.open(ACME, at.plusSeconds(75))))
                .isEqualTo(25);
    }

    @Test
    void engagementsOfABrandAreReadByTimeAndCountedWithinTheIndex() {
        var handle = new HandleKey(ACME, "x", "anna");
        store.engagements()
                .save(IntStream.range(0, 300)
                        .mapToObj(i -> engagement(
                                handle,
                                "e" + i,
                                Instant.ofEpochSecond(i),
                                i % 3 == 0 ? EngagementKind.REPLY : EngagementKind.COMMENT))
                        .toList());
        var from = Instant.ofEpochSecond(30);
        var to = Instant.ofEpochSecond(60);
        assertThat(examined("engagements", EngagementRangeQueries.inTime(ACME, from, to)))
                .isEqualTo(30);
        var plan = database()
                .getCollection("engagements")
                .find(EngagementRangeQueries.outbound(ACME, from, to))
                .projection(fields(include("staff"), excludeId()))
                .sort(descending("brandTime"))
                .explain(ExplainVerbosity.EXECUTION_STATS);
        var stats = plan.get("executionStats", Document.class);
        assertThat(plan.toJson()).doesNotContain("COLLSCAN").doesNotContain("\"SORT\"");
        assertThat(stats.getInteger("nReturned")).isEqualTo(10);
        assertThat(stats.getInteger("totalDocsExamined")).isZero();
        assertThat(stats.getInteger("totalKeysExamined"))
                .as("not those of inbound ones")
                .isLessThanOrEqualTo(11);
    }

    /** The number of documents that a query reads, none of them by a scan of the collection. */
    private int examined(String collection, Bson filter) {
        var plan = database()
                .getCollection(collection)
                .find(filter)
                .sort(ORDERS.get(collection))
                .explain(ExplainVerbosity.EXECUTION_STATS);
        assertThat(plan.toJson()).doesNotContain("COLLSCAN");
        return plan.get("executionStats", Document.class).getInteger("totalDocsExamined");
    }

    @Test
    void peopleAreFilteredWithinTheIndex() {
        store.relationships()
                .saveCurrent(IntStream.range(0, 500)
                        .mapToObj(i -> relationship("p" + i)
                                .strong(i % 100 == 0 ? 90 : 20)
                                .state())
                        .toList());
        var clients = PeopleFilter.EVERYONE.withFlags(new PeopleFilter.FlagFilter(false, true, true, false));
        var position = new PeopleQuery.PeoplePosition(90, person("p0"));
        for (var sorting : List.of("-strength", "warmth", "-theyToUs", "lastSeen")) {
            var query = new PeopleQuery(PeopleSorting.parse(sorting).orElseThrow(), clients, position, 50);
            var plan = database()
                    .getCollection("relationships")
                    .find(RelationshipPageQueries.filter(ACME, query))
                    .sort(RelationshipPageQueries.order(query.sorting()).sort())
                    .limit(50)
                    .explain(ExplainVerbosity.EXECUTION_STATS);
            var stats = plan.get("executionStats", Document.class);
            assertThat(stats.toJson()).as(sorting).doesNotContain("COLLSCAN").doesNotContain("\"SORT\"");
            assertThat(stats.getInteger("totalDocsExamined"))
                    .as(sorting)
                    .isLessThanOrEqualTo(stats.getInteger("nReturned"));
        }
    }

    @Test
    void namesAndChannelsAreFoundByIndex() {
        store.identities()
                .saveHandles(IntStream.range(0, 200)
                        .mapToObj(i -> handle(i < 3 ? "blog" : "x", "name" + i, person("p" + i), 1))
                        .toList());
        for (var filter : List.of(NameQueries.ofWord(ACME, "name19"), NameQueries.ofChannel(ACME, "blog"))) {
            var plan = database().getCollection("handles").find(filter).explain(ExplainVerbosity.EXECUTION_STATS);
            var stats = plan.get("executionStats", Document.class);
            assertThat(plan.toJson()).doesNotContain("COLLSCAN");
            assertThat(stats.getInteger("nReturned")).isPositive();
            assertThat(stats.getInteger("totalDocsExamined")).isEqualTo(stats.getInteger("nReturned"));
        }
    }

    @Test
    void spokenMessagesAreFoundByIndex() {
        var at = Instant.parse("2025-05-04T10:00:00Z");
        var handle = new HandleKey(ACME, "x", "anna");
        store.engagements()
                .save(IntStream.range(0, 200)
                        .mapToObj(i -> engagement(handle, "e" + i, at.plusSeconds(i), EngagementKind.COMMENT))
                        .toList());
        var plan = database()
                .getCollection("engagements")
                .find(and(
                        gte("spoken", ACME.key("%015d".formatted(at.toEpochMilli()))),
                        lt(
                                "spoken",
                                ACME.key("%015d".formatted(at.plusSeconds(3).toEpochMilli())))))
                .sort(descending("spoken"))
                .explain(ExplainVerbosity.EXECUTION_STATS);
        var stats = plan.get("executionStats", Document.class);
        assertThat(plan.toJson()).doesNotContain("COLLSCAN").doesNotContain("\"SORT\"");
        assertThat(stats.getInteger("nReturned")).isEqualTo(3);
        assertThat(stats.getInteger("totalDocsExamined")).isEqualTo(3);
    }

    @Override
    MongoDatabase database() {
        return mongo.database("report_test");
    }
}
