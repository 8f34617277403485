package io.rapport.identity.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.ErasureDone;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.identity.domain.ErasureStore;
import io.rapport.identity.domain.StoredErasure;
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
final class ErasureDocuments implements ErasureStore {

    private static final JsonSerde<PersonErased> STATE = new JsonSerde<>(PersonErased.class);
    private static final JsonSerde<StoredErasure.Work> WORK = new JsonSerde<>(StoredErasure.Work.class);
    private static final JsonSerde<ErasureDone> TOLD = new JsonSerde<>(ErasureDone.class);

    private final MongoCollection<Document> erasures;
    private final MongoCollection<Document> barred;

    ErasureDocuments(MongoCollection<Document> erasures, MongoCollection<Document> barred) {
        this.erasures = erasures;
        this.barred = barred;
    }

    void prepare() {
        Written.uniqueWith(erasures, "version");
        erasures.createIndex(Indexes.ascending("subjects"));
        erasures.createIndex(Indexes.ascending("unfinished"), new IndexOptions().sparse(true));
    }

    @Override
    public Optional<StoredErasure> find(BrandKey brand, UUID erasure) {
        return Optional.ofNullable(
                        Reading.byId(erasures, brand.key(erasure.toString())).first())
                .map(ErasureDocuments::read);
    }

    @Override
    public List<StoredErasure> about(BrandKey brand, String subject) {
        return Reading.of(erasures, brand, eq("subjects", brand.key(subject)))
                .map(ErasureDocuments::read)
                .into(new ArrayList<>());
    }

    @Override
    public boolean insert(StoredErasure erasure) {
        Written.leavingWhatIsThere(erasures, List.of(Written.insert(write(erasure))));
        var there = find(erasure.state().brandKey(), erasure.state().erasure());
        return there.isPresent() && there.get().equals(erasure);
    }

    @Override
    public boolean replace(StoredErasure next) {
        var state = next.state();
        return erasures.replaceOne(Written.only(state.key(), "version", state.version() - 1), write(next))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public void restore(StoredErasure erasure) {
        var state = erasure.state();
        var there = find(state.brandKey(), state.erasure());
        if (there.isEmpty()) {
            insert(erasure);
        } else if (there.get().state().version() < state.version()) {
            erasures.replaceOne(
                    Written.only(state.key(), "version", there.get().state().version()), write(erasure));
        }
    }

    @Override
    public void published(PersonErased state) {
        var unset = find(state.brandKey(), state.erasure())
                        .filter(there -> there.work() == null)
                        .isPresent()
                ? Updates.combine(Updates.unset("due"), Updates.unset("unfinished"))
                : Updates.unset("due");
        erasures.updateOne(Written.only(state.key(), "version", state.version()), unset);
    }

    @Override
    public List<StoredErasure> unfinished(int limit) {
        return Reading.everywhere(erasures, eq("unfinished", true))
                .limit(limit)
                .map(ErasureDocuments::read)
                .into(new ArrayList<>());
    }

    @Override
    public void bar(BrandKey brand, Collection<String> hashes) {
        Written.leavingWhatIsThere(
                barred,
                hashes.stream()
                        .distinct()
                        .map(hash -> Written.insert(new Document("_id", brand.key(hash))))
                        .toList());
    }

    @Override
    public Set<String> barred(BrandKey brand, Collection<String> hashes) {
        var start = brand.rangeStart().length();
        var found = new HashSet<String>();
        Reading.byIds(barred, hashes.stream().map(brand::key).toList())
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
                .append("state", Written.json(STATE, state))
                .append(
                        "told",
                        erasure.told().stream()
                                .map(done -> Written.json(TOLD, done))
                                .toList());
        if (erasure.work() != null) {
            document.append("work", Written.json(WORK, erasure.work()));
        }
        if (erasure.due()) {
            document.append("due", true);
        }
        if (erasure.due() || erasure.work() != null) {
            document.append("unfinished", true);
        }
        return document;
    }

    private static StoredErasure read(Document document) {
        return new StoredErasure(
                Written.read(STATE, document, "state"),
                work(document),
                document.getList("told", String.class, List.of()).stream()
                        .map(ErasureDocuments::told)
                        .toList(),
                document.getBoolean("due", false));
    }

    private static StoredErasure.@Nullable Work work(Document document) {
        return document.containsKey("work") ? Written.read(WORK, document, "work") : null;
    }

    private static ErasureDone told(String json) {
        return Objects.requireNonNull(TOLD.read(json.getBytes(StandardCharsets.UTF_8)));
    }
}
