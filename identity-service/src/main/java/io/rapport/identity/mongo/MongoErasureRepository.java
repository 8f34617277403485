package io.rapport.identity.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.Updates;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.ErasureDone;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.identity.domain.store.ErasureRepository;
import io.rapport.identity.domain.store.StoredErasure;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.mongo.BrandCollection;
import io.rapport.mongo.BulkWrites;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Erasures in MongoDB, one document each, and one document for each suppressed hash. States are JSON: see {@link StateJson}. */
public final class MongoErasureRepository implements ErasureRepository {

    private static final JsonSerde<PersonErased> STATE = new JsonSerde<>(PersonErased.class);
    private static final JsonSerde<StoredErasure.RemovalPlan> PLAN = new JsonSerde<>(StoredErasure.RemovalPlan.class);
    private static final JsonSerde<ErasureDone> CONFIRMATION = new JsonSerde<>(ErasureDone.class);

    /** The brand and the time, for the list. */
    private static final String NEWEST = "newest";

    private final BrandCollection erasures;
    private final BrandCollection suppressed;

    MongoErasureRepository(BrandCollection erasures, BrandCollection suppressed) {
        this.erasures = erasures;
        this.suppressed = suppressed;
    }

    void prepare() {
        erasures.createCompareAndSetIndex("version");
        erasures.createIndex("subjects");
        erasures.createSparseIndex("unfinished");
        erasures.createIndex(NEWEST);
        addMissingTimes();
    }

    /** Earlier releases stored erasures without the time they are listed by. */
    private void addMissingTimes() {
        erasures.findInAllBrands(exists(NEWEST, false))
                .map(MongoErasureRepository::read)
                .forEach(each -> erasures.updateIf(
                        each.state().key(),
                        "version",
                        each.state().version(),
                        Updates.set(NEWEST, timeKey(each.state()))));
    }

    @Override
    public Optional<StoredErasure> find(BrandKey brand, UUID erasure) {
        return erasures.find(brand.key(erasure.toString())).map(MongoErasureRepository::read);
    }

    @Override
    public List<StoredErasure> findBySubject(BrandKey brand, String subject) {
        return erasures.find(brand, eq("subjects", brand.key(subject)))
                .map(MongoErasureRepository::read)
                .into(new ArrayList<>());
    }

    @Override
    public List<StoredErasure> findNewest(BrandKey brand, @Nullable ErasurePosition before, int limit) {
        var end = before == null ? brand.rangeEnd() : timeKey(brand, before.at(), before.erasure());
        return erasures.find(brand, and(gte(NEWEST, brand.rangeStart()), lt(NEWEST, end)))
                .sort(descending(NEWEST))
                .limit(limit)
                .map(MongoErasureRepository::read)
                .into(new ArrayList<>());
    }

    /** Sorts by time within a brand; unique. */
    private static String timeKey(BrandKey brand, Instant at, UUID erasure) {
        return brand.key(String.format(Locale.ROOT, "%015d", at.toEpochMilli()), erasure.toString());
    }

    private static String timeKey(PersonErased state) {
        return timeKey(state.brandKey(), state.at(), state.erasure());
    }

    @Override
    public boolean insertIfAbsent(StoredErasure erasure) {
        erasures.insert(write(erasure));
        var there = find(erasure.state().brandKey(), erasure.state().erasure());
        return there.isPresent() && there.get().equals(erasure);
    }

    @Override
    public boolean replace(StoredErasure next) {
        var state = next.state();
        return erasures.replaceIf("version", state.version() - 1, write(next));
    }

    @Override
    public void restore(StoredErasure erasure) {
        var state = erasure.state();
        var there = find(state.brandKey(), state.erasure());
        if (there.isEmpty()) {
            insertIfAbsent(erasure);
        } else if (there.get().state().version() < state.version()) {
            erasures.replaceIf("version", there.get().state().version(), write(erasure));
        }
    }

    @Override
    public void markPublished(PersonErased state) {
        var unset = find(state.brandKey(), state.erasure())
                        .filter(there -> there.plan() == null)
                        .isPresent()
                ? Updates.combine(Updates.unset("due"), Updates.unset("unfinished"))
                : Updates.unset("due");
        erasures.updateIf(state.key(), "version", state.version(), unset);
    }

    @Override
    public List<StoredErasure> findUnfinished(int limit) {
        return erasures.findInAllBrands(eq("unfinished", true))
                .limit(limit)
                .map(MongoErasureRepository::read)
                .into(new ArrayList<>());
    }

    @Override
    public void addSuppressions(BrandKey brand, Collection<String> hashes) {
        var writes = new BulkWrites();
        hashes.stream().distinct().forEach(hash -> writes.insertIfAbsent(new Document("_id", brand.key(hash))));
        suppressed.write(writes);
    }

    @Override
    public Set<String> findSuppressed(BrandKey brand, Collection<String> hashes) {
        var start = brand.rangeStart().length();
        var found = new HashSet<String>();
        suppressed
                .find(hashes.stream().map(brand::key).toList())
                .forEach(document -> found.add(document.getString("_id").substring(start)));
        return found;
    }

    private static Document write(StoredErasure erasure) {
        var state = erasure.state();
        var document = new Document("_id", state.key())
                .append("version", state.version())
                .append(NEWEST, timeKey(state))
                .append(
                        "subjects",
                        erasure.subjects().stream().map(state.brandKey()::key).toList())
                .append("state", StateJson.write(STATE, state))
                .append(
                        "told",
                        erasure.confirmations().stream()
                                .map(done -> StateJson.write(CONFIRMATION, done))
                                .toList());
        if (erasure.plan() != null) {
            document.append("work", StateJson.write(PLAN, erasure.plan()));
        }
        if (erasure.unpublished()) {
            document.append("due", true);
        }
        if (erasure.unpublished() || erasure.plan() != null) {
            document.append("unfinished", true);
        }
        return document;
    }

    private static StoredErasure read(Document document) {
        return new StoredErasure(
                StateJson.read(STATE, document, "state"),
                work(document),
                document.getList("told", String.class, List.of()).stream()
                        .map(MongoErasureRepository::confirmation)
                        .toList(),
                document.getBoolean("due", false));
    }

    private static StoredErasure.@Nullable RemovalPlan work(Document document) {
        return document.containsKey("work") ? StateJson.read(PLAN, document, "work") : null;
    }

    private static ErasureDone confirmation(String json) {
        return Objects.requireNonNull(CONFIRMATION.read(json.getBytes(StandardCharsets.UTF_8)));
    }
}
