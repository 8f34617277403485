package io.rapport.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.rapport.contracts.BrandKey;
import io.rapport.mongo.BrandCollection.SequencedState;
import io.rapport.test.TestMongo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** What the helpers promise, on any engine. */
abstract class MongoContract {

    private static final BrandKey ACME = new BrandKey("agency", "acme");
    private static final BrandKey ACME_TOO = new BrandKey("agency", "acme-too");

    private MongoDatabase database;
    private BrandCollection documents;

    abstract TestMongo mongo();

    @BeforeEach
    void empty() {
        database = mongo().emptyDatabase("rapport_mongo_contract");
        documents = new BrandCollection(database.getCollection("documents"));
        documents.createCompareAndSetIndex("version");
    }

    @Test
    void insertReturnsFalseForAnExistingId() {
        assertThat(documents.insert(document(ACME, "a", 1))).isTrue();
        assertThat(documents.insert(document(ACME, "a", 2))).isFalse();
        assertThat(version("a")).isEqualTo(1);
    }

    @Test
    void compareAndSetFailsOnAnotherVersion() {
        documents.insert(document(ACME, "a", 1));

        assertThat(documents.replaceIf("version", 1L, document(ACME, "a", 2))).isTrue();
        assertThat(documents.replaceIf("version", 1L, document(ACME, "a", 3))).isFalse();
        assertThat(documents.updateIf(ACME.key("a"), "version", 1L, Updates.set("x", 1)))
                .isFalse();
        assertThat(documents.deleteIf(ACME.key("a"), "version", 1L)).isFalse();
        assertThat(version("a")).isEqualTo(2);
        assertThat(documents.deleteIf(ACME.key("a"), "version", 2L)).isTrue();
    }

    @Test
    void aBatchLeavesExistingDocumentsAndCountsMatches() {
        documents.insert(document(ACME, "a", 1));
        documents.insert(document(ACME, "b", 1));

        documents.write(new BulkWrites().insertIfAbsent(document(ACME, "a", 7)).insertIfAbsent(document(ACME, "c", 7)));
        assertThat(version("a")).isEqualTo(1);
        assertThat(version("c")).isEqualTo(7);

        var matched = documents.write(new BulkWrites()
                .replaceIf("version", 1L, document(ACME, "a", 2))
                .replaceIf("version", 9L, document(ACME, "b", 10)));
        assertThat(matched).isEqualTo(1);
        assertThat(documents.write(new BulkWrites())).isZero();
    }

    @Test
    void theStateWithTheHighestSequenceWinsInAnyOrder() {
        for (var sequence : List.of(2L, 3L, 1L, 3L)) {
            documents.write(new BulkWrites()
                    .replaceStateIfNewer(
                            ACME.key("a"),
                            sequence,
                            new Document("value", "v" + sequence),
                            new Document("first", sequence)));
        }

        var found = documents.find(ACME.key("a")).orElseThrow();
        assertThat(EmbeddedStoreWorkarounds.stateOf(found).getString("value")).isEqualTo("v3");
        assertThat(found.getLong("first")).isEqualTo(2);
        assertThat(documents.find(ACME, Filters.eq(EmbeddedStoreWorkarounds.statePath("value"), "v3")))
                .hasSize(1);
    }

    @Test
    void statesOfNewDocumentsAreInsertedAndOlderOnesDoNotReplaceNewer() {
        documents.insertOrReplaceStates(states(2, 0, 20));
        documents.insertOrReplaceStates(states(1, 10, 30));
        documents.insertOrReplaceStates(states(3, 15, 18));

        assertThat(sequences(0, 15)).containsOnly(2L);
        assertThat(sequences(15, 18)).containsOnly(3L);
        assertThat(sequences(18, 20)).containsOnly(2L);
        assertThat(sequences(20, 30)).containsOnly(1L);
        documents.insertOrReplaceStates(Map.of());
    }

    @Test
    void statesThatAreInsertedByTwoAtOnceKeepTheNewest() throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try {
            for (var round = 0; round < 20; round++) {
                var first = round * 50;
                var both = threads.invokeAll(List.of(
                        Executors.callable(() -> documents.insertOrReplaceStates(states(1, first, first + 50))),
                        Executors.callable(() -> documents.insertOrReplaceStates(states(2, first, first + 50)))));
                for (var each : both) {
                    each.get();
                }
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(sequences(0, 1_000)).hasSize(1_000).containsOnly(2L);
    }

    @Test
    void aLargeBatchIsWrittenInPartsAndASmallOneAtOnce() {
        for (var size : List.of(0, 1, 99, 100, 101, 1_003)) {
            documents.delete(ACME, Filters.empty());
            var writes = new BulkWrites();
            states(1, 0, size).forEach((id, state) -> writes.replaceStateIfNewer(id, state.sequence(), state.state()));
            assertThat(writes.split(4, 50)).hasSize(Math.max(1, Math.min(4, size / 50)));

            new ParallelWriter().write(documents.driver(), writes);

            assertThat(documents.find(ACME)).hasSize(size);
        }
    }

    @Test
    void aPartThatFailsFailsTheBatch() {
        var writes = new BulkWrites();
        states(1, 0, 120).forEach((id, state) -> writes.replaceStateIfNewer(id, state.sequence(), state.state()));
        writes.upsert(ACME.key("p120"), new Document("$unknown", new Document("value", 1L)));

        assertThatThrownBy(() -> new ParallelWriter().write(documents.driver(), writes))
                .isInstanceOf(MongoException.class);
    }

    private static Map<String, SequencedState> states(long sequence, int from, int to) {
        return IntStream.range(from, to)
                .boxed()
                .collect(Collectors.toMap(
                        i -> ACME.key("p" + i), i -> new SequencedState(sequence, new Document("value", sequence))));
    }

    private List<Long> sequences(int from, int to) {
        return documents
                .find(IntStream.range(from, to).mapToObj(i -> ACME.key("p" + i)).toList())
                .stream()
                .map(found -> EmbeddedStoreWorkarounds.stateOf(found).getLong("value"))
                .toList();
    }

    @Test
    void readsAndDeletesStayWithinTheBrand() {
        documents.insert(document(ACME, "a", 1));
        documents.insert(document(ACME_TOO, "a", 1));

        assertThat(documents.find(ACME)).hasSize(1);
        assertThat(documents.find(ACME, Filters.eq("version", 1L))).hasSize(1);
        assertThat(documents.findInAllBrands(Filters.eq("version", 1L))).hasSize(2);
        assertThat(documents.delete(ACME, Filters.eq("version", 1L))).isEqualTo(1);
        assertThat(documents.find(ACME_TOO.key("a"))).isPresent();
    }

    @Test
    void findsAnyNumberOfIds() {
        var ids = IntStream.range(0, 120).mapToObj(i -> ACME.key("p" + i)).toList();
        ids.forEach(id -> documents.insert(new Document("_id", id).append("version", 1L)));

        assertThat(documents.find(ids)).hasSize(120);
        assertThat(documents.find(List.of())).isEmpty();
        assertThat(documents.delete(ids)).isEqualTo(120);
        assertThat(documents.delete(List.of())).isZero();
    }

    @Test
    void pagesVisitEachDocumentOnceInOrder() {
        IntStream.range(0, 25).forEach(i -> documents.insert(document(ACME, "p" + (10 + i), 1)));
        documents.insert(document(ACME_TOO, "z", 1));

        var ascending = new ArrayList<String>();
        String after = null;
        for (var page = ids(documents.page(ACME, after, 10));
                !page.isEmpty();
                page = ids(documents.page(ACME, after, 10))) {
            ascending.addAll(page);
            after = page.get(page.size() - 1);
        }
        assertThat(ascending).hasSize(25).isSorted();
        assertThat(ids(documents.pageDescending(ACME, null, 1))).containsExactly(ascending.get(24));
        assertThat(ids(documents.pageDescending(ACME, ascending.get(24), 1))).containsExactly(ascending.get(23));

        var chunks = new HashSet<String>();
        documents.forEachChunk(ACME, 10, chunk -> chunk.forEach(each -> chunks.add(each.getString("_id"))));
        assertThat(chunks).containsExactlyInAnyOrderElementsOf(ascending);
    }

    @Test
    void keysetOrderNeitherRepeatsNorLosesTies() {
        for (var i = 0; i < 9; i++) {
            documents.insert(document(ACME, "p" + i, 1).append("score", i / 3));
        }
        var order = new KeysetOrder("score", true, "_id");
        var first = documents.find(ACME).sort(order.sort()).limit(4).into(new ArrayList<>());
        var last = first.get(3);
        var rest = documents
                .find(ACME, order.after(last.getInteger("score"), last.getString("_id")))
                .sort(order.sort())
                .into(new ArrayList<>());

        var all = new ArrayList<>(first);
        all.addAll(rest);
        assertThat(all)
                .extracting(each -> each.getString("_id"))
                .doesNotHaveDuplicates()
                .hasSize(9);
        assertThat(all).extracting(each -> -each.getInteger("score")).isSorted();
    }

    @Test
    void aLostStoreHasAnotherGenerationAndIsNotFilled() {
        var metadata = new StoreMetadata(database);
        assertThat(metadata.findGeneration()).isEmpty();
        var generation = metadata.getOrCreateGeneration();
        metadata.markFilled("clients");
        assertThat(metadata.getOrCreateGeneration()).isEqualTo(generation);
        assertThat(metadata.findGeneration()).contains(generation);
        assertThat(metadata.isFilled("clients")).isTrue();

        database.drop();
        assertThat(metadata.isFilled("clients")).isFalse();
        assertThat(metadata.getOrCreateGeneration()).isNotEqualTo(generation);
    }

    @Test
    void healthIsUpOnceFilled() {
        var metadata = new StoreMetadata(database);
        var health = new StoreHealthIndicator(database, () -> metadata.isFilled("clients"));
        assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        metadata.markFilled("clients");
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    private static List<String> ids(Iterable<Document> found) {
        var ids = new ArrayList<String>();
        found.forEach(each -> ids.add(each.getString("_id")));
        return ids;
    }

    private long version(String part) {
        return documents.find(ACME.key(part)).orElseThrow().getLong("version");
    }

    private static Document document(BrandKey brand, String part, long version) {
        return new Document("_id", brand.key(part)).append("version", version);
    }
}
