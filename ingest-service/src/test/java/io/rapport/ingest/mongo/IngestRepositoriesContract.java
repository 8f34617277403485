package io.rapport.ingest.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.access.TokenIssued;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.BrandRegisteredBuilder;
import io.rapport.contracts.brand.StaffHandle;
import io.rapport.contracts.connection.ConnectionKey;
import io.rapport.contracts.connection.DeliveryRejected;
import io.rapport.contracts.connection.DeliveryRejectedBuilder;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.engagement.EngagementRejectedBuilder;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.clientlist.ClientDigestRepository;
import io.rapport.ingest.domain.clientlist.ClientListImport;
import io.rapport.ingest.domain.clientlist.ClientListImportRepository;
import io.rapport.ingest.domain.clientlist.ClientListReceipt;
import io.rapport.ingest.domain.connection.DeliveryRejectionRepository;
import io.rapport.ingest.domain.connection.DeliveryRejectionRepository.Filter;
import io.rapport.ingest.domain.decision.AdminDecision;
import io.rapport.ingest.domain.engagement.EngagementFileImport;
import io.rapport.ingest.domain.engagement.RejectionRepository;
import io.rapport.test.TestMongo;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Contract of the MongoDB repositories, on the embedded store and on the MongoDB engine. */
abstract class IngestRepositoriesContract {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final String DATABASE = "rapport_ingest_test";
    private static final BrandKey ACME = new BrandKey("nord", "acme");

    private MongoClient client;
    private MongoCollection<Document> collection;
    private MongoAdminDecisionRepository<BrandRegistered> decisions;
    private MongoRejectionRepository rejections;

    abstract TestMongo mongo();

    @BeforeEach
    void open() {
        client = MongoClients.create(mongo().uri());
        collection = client.getDatabase(DATABASE).getCollection("c" + UUID.randomUUID());
        decisions = new MongoAdminDecisionRepository<>(collection, BrandRegistered.class);
        rejections = new MongoRejectionRepository(collection);
    }

    @AfterEach
    void drop() {
        collection.drop();
        client.close();
    }

    @Test
    void recordsAreKnownOnceTheyAreRememberedUntilTheyAreOld() {
        var early = new MongoDeliveredRecordRepository(collection, Clock.fixed(NOW, ZoneOffset.UTC));
        var late = new MongoDeliveredRecordRepository(collection, Clock.fixed(NOW.plusSeconds(60), ZoneOffset.UTC));
        early.remember(List.of("at://a/b/1", "at://a/b/2"));
        late.remember(List.of("at://a/b/2", "at://a/b/3"));
        late.remember(List.of());

        assertThat(late.known(List.of("at://a/b/1", "at://a/b/3", "at://a/b/4")))
                .containsExactlyInAnyOrder("at://a/b/1", "at://a/b/3");
        assertThat(late.known(List.of())).isEmpty();

        late.deleteBefore(NOW.plusSeconds(30));
        assertThat(early.known(List.of("at://a/b/1", "at://a/b/2", "at://a/b/3")))
                .containsExactly("at://a/b/3");
    }

    @Test
    void removesOnlyMatchingRejectionsOfTheBrand() {
        var ours = rejected("acme", "named ann");
        var left = rejected("acme", "named bob");
        var others = rejected("other", "named ann");
        rejections.saveAll(List.of(ours, left, others));

        assertThat(rejections.removeIf(ACME, row -> row.raw().contains("ann"))).isOne();
        assertThat(rejections.removeIf(ACME, row -> row.raw().contains("ann"))).isZero();

        assertThat(rejections.find(ACME, null, null, 10)).containsExactly(left);
        assertThat(rejections.find(new BrandKey("nord", "other"), null, null, 10))
                .containsExactly(others);
    }

    @Test
    void findsRejectionsByIdAndRemovesThem() {
        var one = rejected("acme", "one");
        var two = rejected("acme", "two");
        var others = rejected("other", "three");
        rejections.saveAll(List.of(one, two, others));

        assertThat(rejections.find(ACME, List.of(one.id(), others.id(), UUID.randomUUID())))
                .containsExactly(one);
        rejections.removeAll(List.of(one));
        rejections.removeAll(List.of(one));
        assertThat(rejections.find(ACME, null, null, 10)).containsExactly(two);
    }

    @Test
    void keepsTheNewestImportsOfAFileForEachBrand() {
        var imports = new MongoEngagementFileImportRepository(collection);
        var started = IntStream.range(0, 22)
                .mapToObj(i -> EngagementFileImport.started(ACME, UUID.randomUUID(), "crm", NOW.plusMillis(i)))
                .toList();
        started.forEach(imports::start);
        var done = started.get(21)
                .withProgress(
                        EngagementFileImport.State.DONE,
                        new EngagementFileImport.Counts(4, 2, 1, 1),
                        NOW.plusSeconds(1));
        imports.update(done);
        imports.start(EngagementFileImport.started(new BrandKey("nord", "other"), UUID.randomUUID(), null, NOW));

        assertThat(imports.find(ACME))
                .hasSize(20)
                .startsWith(done, started.get(20))
                .endsWith(started.get(2));
    }

    @Test
    void oneInstanceHoldsALeaseAndAnotherTakesOverWhenItEnds() {
        var leases = new MongoConnectionLeaseRepository(collection);
        var key = new ConnectionKey("nord", "shop");
        var until = NOW.plusSeconds(45);

        assertThat(leases.tryAcquire(key, "a", NOW, until)).isTrue();
        assertThat(leases.tryAcquire(key, "b", NOW.plusSeconds(44), until.plusSeconds(44)))
                .isFalse();
        assertThat(leases.tryAcquire(key, "a", NOW.plusSeconds(44), until.plusSeconds(44)))
                .isTrue();
        assertThat(leases.tryAcquire(key, "b", NOW.plusSeconds(60), until.plusSeconds(60)))
                .isFalse();
        assertThat(leases.tryAcquire(new ConnectionKey("west", "shop"), "b", NOW, until))
                .isTrue();
        assertThat(leases.tryAcquire(key, "b", NOW.plusSeconds(89), until.plusSeconds(89)))
                .isTrue();
        leases.release(key, "a");
        assertThat(leases.tryAcquire(key, "a", NOW.plusSeconds(90), until.plusSeconds(90)))
                .isFalse();
        leases.release(key, "b");
        assertThat(leases.tryAcquire(key, "a", NOW.plusSeconds(90), until.plusSeconds(90)))
                .isTrue();
    }

    @Test
    void listsRejectedDeliveriesOfAConnectionNewestFirst() {
        var deliveries = new MongoDeliveryRejectionRepository(collection);
        deliveries.createIndexes();
        var key = new ConnectionKey("nord", "shop");
        var old = delivery("nord", "a", NOW);
        var mid = delivery("nord", "b", NOW.plusMillis(1));
        var now = delivery("nord", "a", NOW.plusMillis(2));
        deliveries.saveAll(List.of(now, old, mid, delivery("west", "a", NOW)));
        deliveries.saveAll(List.of(old));

        assertThat(deliveries.find(key, Filter.ALL, null, 10)).containsExactly(now, mid, old);
        assertThat(deliveries.find(key, Filter.ALL, DeliveryRejectionRepository.sortKey(mid), 10))
                .containsExactly(old);
        assertThat(deliveries.find(key, new Filter(RejectionCode.UNKNOWN_ACCOUNT, "a"), null, 10))
                .containsExactly(now, old);
        assertThat(deliveries.find(key, new Filter(RejectionCode.UNPARSEABLE, null), null, 10))
                .isEmpty();
        assertThat(deliveries.find(key, List.of(mid.id(), UUID.randomUUID()))).containsExactly(mid);

        deliveries.deleteAll(List.of(key.key(mid.id().toString())));
        deliveries.deleteBefore(NOW.plusMillis(1));
        assertThat(deliveries.find(key, Filter.ALL, null, 10)).containsExactly(now);
        assertThat(deliveries.find(new ConnectionKey("west", "shop"), Filter.ALL, null, 10))
                .isEmpty();
    }

    private static DeliveryRejected delivery(String agency, String account, Instant at) {
        return DeliveryRejectedBuilder.builder()
                .id(UUID.randomUUID())
                .agency(agency)
                .connection("shop")
                .source("json")
                .account(account)
                .code(RejectionCode.UNKNOWN_ACCOUNT)
                .message("No brand.")
                .mapped(true)
                .raw("{}")
                .rejectedAt(at)
                .build();
    }

    private static EngagementRejected rejected(String brand, String raw) {
        return EngagementRejectedBuilder.builder()
                .id(UUID.randomUUID())
                .agency("nord")
                .brand(brand)
                .source("test")
                .code(RejectionCode.UNPARSEABLE)
                .message("Not JSON.")
                .origin("request 1, row 0")
                .raw(raw)
                .rejectedAt(NOW)
                .by("ingest")
                .build();
    }

    private static AdminDecision<BrandRegistered> decision(long version) {
        var brand = BrandRegisteredBuilder.builder()
                .agency("nord")
                .brand("acme")
                .name("Acme " + version)
                .timeZone("UTC")
                .clock(BrandClock.EVENT)
                .staff(List.of(new StaffHandle("x", "acme")))
                .paidMarkers(List.of("#ad"))
                .answerTargetMinutes(60)
                .version(version)
                .at(NOW)
                .build();
        return new AdminDecision<>(ACME.key(), version, brand, false);
    }

    @Test
    void readsADecisionAsItWasSaved() {
        assertThat(decisions.find(ACME.key())).isEmpty();
        assertThat(decisions.save(decision(1), 0)).isTrue();
        assertThat(decisions.find(ACME.key())).contains(decision(1));
    }

    @Test
    void savesOnlyOneOfTwoDecisionsWithTheSameVersion() {
        assertThat(decisions.save(decision(1), 0)).isTrue();
        assertThat(decisions.save(decision(1), 0)).isFalse();
        assertThat(decisions.save(decision(2), 1)).isTrue();
        assertThat(decisions.save(decision(2), 1)).isFalse();
        assertThat(decisions.find(ACME.key())).contains(decision(2));
    }

    @Test
    void savesOneOfManyConcurrentDecisions() throws Exception {
        var at = Executors.newFixedThreadPool(8);
        try {
            var saved = at.invokeAll(Collections.nCopies(8, (Callable<Boolean>) () -> decisions.save(decision(1), 0)));
            var successes = 0;
            for (var one : saved) {
                successes += one.get() ? 1 : 0;
            }
            assertThat(successes).isOne();
        } finally {
            at.shutdownNow();
        }
    }

    @Test
    void aDecisionIsPendingUntilItsVersionIsPublished() {
        decisions.save(decision(1), 0);
        decisions.save(decision(2), 1);

        assertThat(decisions.markPublished(decision(1))).isFalse();
        assertThat(decisions.findPendingKeys()).containsExactly(ACME.key());
        assertThat(decisions.markPublished(decision(2))).isTrue();
        assertThat(decisions.findPendingKeys()).isEmpty();
        assertThat(decisions.markPublished(decision(2))).as("again").isTrue();
    }

    @Test
    void deletesAWithdrawnDecisionOncePublished() {
        var tokens = new MongoAdminDecisionRepository<>(collection, TokenIssued.class);
        var token = new TokenIssued(
                "nord", new UUID(1, 2), "Feed", "ab", Set.of("b", "a"), Set.of(Scope.READ, Scope.INGEST), NOW, null);
        var issued = new AdminDecision<>(token.key(), 1, token, false);
        var withdrawn = new AdminDecision<>(token.key(), 2, token, true);
        tokens.save(issued, 0);
        assertThat(tokens.find(token.key())).contains(issued);
        tokens.save(withdrawn, 1);

        assertThat(tokens.markPublished(issued)).isFalse();
        assertThat(tokens.markPublished(withdrawn)).isTrue();
        assertThat(tokens.find(token.key())).isEmpty();
        assertThat(tokens.markPublished(withdrawn)).as("again").isTrue();
    }

    @Test
    void restoresOnlyNewerDecisions() {
        decisions.restoreIfNewer(decision(2));
        decisions.restoreIfNewer(decision(1));
        assertThat(decisions.find(ACME.key())).contains(decision(2));
        assertThat(decisions.findPendingKeys()).isEmpty();

        decisions.save(decision(3), 2);
        decisions.restoreIfNewer(decision(2));
        assertThat(decisions.findPendingKeys()).hasSize(1);
        decisions.restoreIfNewer(decision(4));
        assertThat(decisions.find(ACME.key())).contains(decision(4));
        assertThat(decisions.findPendingKeys()).isEmpty();
    }

    @Test
    void pagesTheRejectionsOfOneBrandNewestFirst() {
        rejections.createIndexes();
        rejections.createIndexes();
        var mine = IntStream.range(0, 5)
                .mapToObj(n -> rejection("acme", n % 2 == 0 ? RejectionCode.CONFLICT : RejectionCode.TOO_OLD, n))
                .toList();
        var all = new ArrayList<>(mine);
        all.add(rejection("acme2", RejectionCode.CONFLICT, 9));
        rejections.saveAll(all);
        rejections.saveAll(mine);
        rejections.saveAll(List.of());

        assertThat(rejections.find(ACME, null, null, 10))
                .containsExactly(mine.get(4), mine.get(3), mine.get(2), mine.get(1), mine.get(0));
        assertThat(rejections.find(ACME, RejectionCode.TOO_OLD, null, 10)).containsExactly(mine.get(3), mine.get(1));
        assertThat(rejections.find(ACME, null, RejectionRepository.sortKey(mine.get(3)), 2))
                .containsExactly(mine.get(2), mine.get(1));
        assertThat(rejections.find(new BrandKey("nord", "acm"), null, null, 10)).isEmpty();
    }

    @Test
    void findsTheClientsOfABrandThatAnImportDidNotContain() {
        var clients = new MongoClientDigestRepository(collection);
        var first = new UUID(0, 1);
        var second = new UUID(0, 2);
        var other = new BrandKey("nord", "acme2");
        clients.saveAll(ACME, List.of());
        clients.saveAll(ACME, List.of(entry("c|1", first, true), entry("c2", first, false), entry("c3", null, false)));
        clients.saveAll(ACME, List.of(entry("c|1", first, false), entry("c2", second, false)));
        clients.saveAll(other, List.of(entry("c2", first, false)));

        assertThat(clients.find(ACME, List.of("c|1", "c3", "nobody")))
                .isEqualTo(Map.of("c|1", entry("c|1", first, false), "c3", entry("c3", null, false)));
        assertThat(clients.find(ACME, List.of())).isEmpty();
        assertThat(clients.findNotSeenBy(ACME, second, null, 1)).containsExactly("c|1");
        assertThat(clients.findNotSeenBy(ACME, second, "c|1", 9)).containsExactly("c3");
        clients.removeAll(ACME, List.of("c|1", "c2", "nobody"));
        assertThat(clients.find(ACME, List.of("c|1", "c2", "c3"))).containsOnlyKeys("c3");
        assertThat(clients.find(other, List.of("c2"))).hasSize(1);
    }

    private static ClientDigestRepository.ClientDigest entry(String client, UUID seen, boolean pending) {
        return new ClientDigestRepository.ClientDigest(client, "digest of " + client, seen, pending);
    }

    @Test
    void oneImportOfABrandRunsAtATime() {
        var imports = new MongoClientListImportRepository(
                new MongoTemplate(client, DATABASE), collection.getNamespace().getCollectionName());
        var first = started(1, NOW);
        assertThat(imports.findNewest(ACME)).isEmpty();
        assertThat(imports.tryStart(first)).isTrue();
        assertThat(imports.tryStart(started(2, NOW.plusSeconds(1)))).isFalse();

        var progress = first.withProgress(
                ClientListImport.State.RUNNING, new ClientListReceipt.Counts(7, 1, 2, 3, 0, 0, 1), NOW.plusSeconds(9));
        assertThat(imports.updateProgress(progress)).isTrue();
        assertThat(imports.findNewest(ACME)).contains(progress);
        assertThat(imports.tryStart(started(
                        2,
                        progress.at()
                                .plus(ClientListImportRepository.STALE_AFTER)
                                .minusMillis(1))))
                .isFalse();
        var second = started(2, progress.at().plus(ClientListImportRepository.STALE_AFTER));
        assertThat(imports.tryStart(second)).isTrue();
        assertThat(imports.updateProgress(progress))
                .as("after another import took over")
                .isFalse();

        assertThat(imports.updateProgress(
                        second.withProgress(ClientListImport.State.DONE, progress.counts(), second.at())))
                .isTrue();
        assertThat(imports.tryStart(started(3, second.at()))).isTrue();
    }

    private static ClientListImport started(int id, Instant at) {
        return new ClientListImport(
                ACME,
                new UUID(0, id),
                at,
                at,
                ClientListImport.State.RUNNING,
                new ClientListReceipt.Counts(0, 0, 0, 0, 0, 0, 0));
    }

    private static EngagementRejected rejection(String brand, RejectionCode code, int n) {
        return EngagementRejectedBuilder.builder()
                .id(new UUID(0, n))
                .agency("nord")
                .brand(brand)
                .source("test")
                .code(code)
                .message("because")
                .origin("request 1, row " + n)
                .raw("{\"a.b\": \"$\u0000\"}")
                .rejectedAt(NOW.plusMillis(n))
                .by("ingest")
                .build();
    }
}
