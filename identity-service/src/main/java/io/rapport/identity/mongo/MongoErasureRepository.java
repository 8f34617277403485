package io.rapport.identity.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.ErasureDone;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.identity.domain.store.ErasureRepository;
import io.rapport.identity.domain.store.StoredErasure;
import io.rapport.messaging.JsonSerde;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Erasures, one document each, and one for each hash that may not come back. */
public final class MongoErasureRepository implements ErasureRepository {

    private static final JsonSerde<PersonErased> STATE = new JsonSerde<>(PersonErased.class);
    private static final JsonSerde<StoredErasure.RemovalPlan> WORK = new JsonSerde<>(StoredErasure.RemovalPlan.class);
    private static final JsonSerde<ErasureDone> TOLD = new JsonSerde<>(ErasureDone.class);

    private final MongoCollection<Document> erasures;
    private final MongoCollection<Document> barred;

    MongoErasureRepository(MongoCollection<Document> erasures, MongoCollection<Document> barred) {
        this.erasures = erasures;
        this.barred = barred;
    }

    void prepare() {
        BulkWrites.createUniqueIndex(erasures, "version");
        erasures.createIndex(Indexes.ascending("subjects"));
        erasures.createIndex(Indexes.ascending("unfinished"), new IndexOptions().sparse(true));
    }

    @Override
    public Optional<StoredErasure> find(BrandKey brand, UUID erasure) {
        return Optional.ofNullable(
                        BrandScopedQueries.findById(erasures, brand.key(erasure.toString())).first())
                .map(MongoErasureRepository::read);
    }

    @Override
    public List<StoredErasure> findBySubject(BrandKey brand, String subject) {
        return BrandScopedQueries.findInBrand(erasures, brand, eq("subjects", brand.key(subject)))
                .map(MongoErasureRepository::read)
                .into(new ArrayList<>());
    }

    @Override
    public boolean insertIfAbsent(StoredErasure erasure) {
        BulkWrites.insertIfAbsent(erasures, List.of(BulkWrites.insert(write(erasure))));
        var there = find(erasure.state().brandKey(), erasure.state().erasure());
        return there.isPresent() && there.get().equals(erasure);
    }

    @Override
    public boolean replace(StoredErasure next) {
        var state = next.state();
        return erasures.replaceOne(BulkWrites.matching(state.key(), "version", state.version() - 1), write(next))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public void restore(StoredErasure erasure) {
        var state = erasure.state();
        var there = find(state.brandKey(), state.erasure());
        if (there.isEmpty()) {
            insertIfAbsent(erasure);
        } else if (there.get().state().version() < state.version()) {
            erasures.replaceOne(
                    BulkWrites.matching(state.key(), "version", there.get().state().version()), write(erasure));
        }
    }

    @Override
    public void markPublished(PersonErased state) {
        var unset = find(state.brandKey(), state.erasure())
                        .filter(there -> there.plan() == null)
                        .isPresent()
                ? Updates.combine(Updates.unset("due"), Updates.unset("unfinished"))
                : Updates.unset("due");
        erasures.updateOne(BulkWrites.matching(state.key(), "version", state.version()), unset);
    }

    @Override
    public List<StoredErasure> findUnfinished(int limit) {
        return BrandScopedQueries.findInAllBrands(erasures, eq("unfinished", true))
                .limit(limit)
                .map(MongoErasureRepository::read)
                .into(new ArrayList<>());
    }

    @Override
    public void addSuppressions(BrandKey brand, Collection<String> hashes) {
        BulkWrites.insertIfAbsent(
                barred,
                hashes.stream()
                        .distinct()
                        .map(hash -> BulkWrites.insert(new Document("_id", brand.key(hash))))
                        .toList());
    }

    @Override
    public Set<String> findSuppressed(BrandKey brand, Collection<String> hashes) {
        var start = brand.rangeStart().length();
        var found = new HashSet<String>();
        BrandScopedQueries.findByIds(barred, hashes.stream().map(brand::key).toList())
                .forEach(document -> found.add(document.getString("_id").substring(start)));
        return found;
    }

    private static Document write(StoredErasure erasure) {
        var state = erasure.state();
        var document = new Document("_id", state.key())
                .append("version", state.version())
                .append(
                        "subjects",
                        erasure.subjects().stream().map(state.brandKey()::key).toList())
                .append("state", BulkWrites.toJson(STATE, state))
                .append(
                        "told",
                        erasure.told().stream()
                                .map(done -> BulkWrites.toJson(TOLD, done))
                                .toList());
        if (erasure.plan() != null) {
            document.append("work", BulkWrites.toJson(WORK, erasure.plan()));
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
                BulkWrites.fromJson(STATE, document, "state"),
                work(document),
                document.getList("told", String.class, List.of()).stream()
                        .map(MongoErasureRepository::told)
                        .toList(),
                document.getBoolean("due", false));
    }

    private static StoredErasure.@Nullable RemovalPlan work(Document document) {
        return document.containsKey("work") ? BulkWrites.fromJson(WORK, document, "work") : null;
    }

    private static ErasureDone told(String json) {
        return Objects.requireNonNull(TOLD.read(json.getBytes(StandardCharsets.UTF_8)));
    }
}
