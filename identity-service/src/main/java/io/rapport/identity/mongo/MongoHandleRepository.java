package io.rapport.identity.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.identity.domain.store.IdentifierClaim;
import io.rapport.identity.domain.store.HandleRepository;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.StoredHandle;
import io.rapport.messaging.JsonSerde;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Handles, one document each. */
public final class MongoHandleRepository implements HandleRepository {

    private static final JsonSerde<HandleAssigned> STATE = new JsonSerde<>(HandleAssigned.class);

    private final MongoCollection<Document> handles;

    MongoHandleRepository(MongoCollection<Document> handles) {
        this.handles = handles;
    }

    void prepare() {
        BulkWrites.createUniqueIndex(handles, "version");
        handles.createIndex(Indexes.ascending("person"));
        handles.createIndex(Indexes.ascending("accounts"));
        handles.createIndex(Indexes.ascending("staff"), new IndexOptions().sparse(true));
        handles.createIndex(Indexes.ascending("due"), new IndexOptions().sparse(true));
    }

    @Override
    public Map<HandleKey, StoredHandle> find(Collection<HandleKey> keys) {
        var found = new HashMap<HandleKey, StoredHandle>();
        BrandScopedQueries.findByIds(handles, keys.stream().map(HandleKey::key).toList()).stream()
                .map(MongoHandleRepository::read)
                .forEach(each -> found.put(each.key(), each));
        return found;
    }

    @Override
    public List<StoredHandle> findByClaims(Collection<String> claims) {
        // A claim begins with its brand.
        return read(BrandScopedQueries.findInAllBrands(handles, in("accounts", claims)));
    }

    @Override
    public List<StoredHandle> findStaff(BrandKey brand) {
        return read(BrandScopedQueries.findInBrand(handles, brand, eq("staff", true)));
    }

    @Override
    public void insertIfAbsent(Collection<StoredHandle> fresh) {
        BulkWrites.insertIfAbsent(
                handles,
                fresh.stream().map(MongoHandleRepository::write).map(BulkWrites::insert).toList());
    }

    @Override
    public Set<HandleKey> replace(Collection<StoredHandle> next) {
        if (next.isEmpty()) {
            return Set.of();
        }
        var writes = next.stream()
                .map(handle -> new ReplaceOneModel<>(
                        version(handle.state(), handle.state().version() - 1), write(handle)))
                .toList();
        if (BulkWrites.execute(handles, writes).getMatchedCount() == next.size()) {
            return Set.of();
        }
        return notIn(next.stream().map(StoredHandle::state).toList(), state -> state);
    }

    @Override
    public Set<HandleKey> markPublished(Collection<HandleAssigned> states) {
        var writes = states.stream()
                .map(state -> new UpdateOneModel<Document>(version(state, state.version()), Updates.unset("due")))
                .toList();
        if (writes.isEmpty() || BulkWrites.execute(handles, writes).getMatchedCount() == states.size()) {
            return Set.of();
        }
        return notIn(states, HandleAssigned::version);
    }

    @Override
    public void delete(Collection<HandleKey> keys) {
        BrandScopedQueries.delete(handles, keys.stream().map(HandleKey::key).toList());
    }

    @Override
    public List<StoredHandle> findUnpublished(int limit) {
        return BrandScopedQueries.findInAllBrands(handles, eq("due", true))
                .limit(limit)
                .map(MongoHandleRepository::read)
                .into(new ArrayList<>());
    }

    @Override
    public void restore(Collection<HandleAssigned> states) {
        var there = find(states.stream().map(HandleAssigned::handleKey).toList());
        insertIfAbsent(states.stream()
                .filter(state -> !there.containsKey(state.handleKey()))
                .map(MongoHandleRepository::restored)
                .toList());
        var writes = new ArrayList<ReplaceOneModel<Document>>();
        for (var state : states) {
            var older = there.get(state.handleKey());
            if (older != null && older.state().version() < state.version()) {
                writes.add(new ReplaceOneModel<>(version(state, older.state().version()), write(restored(state))));
            }
        }
        // Who was faster is following the same topic and comes to the newest as well.
        BulkWrites.execute(handles, writes);
    }

    private static StoredHandle restored(HandleAssigned state) {
        return new StoredHandle(state, state.since(), false);
    }

    @Override
    public void forEachPage(int size, Consumer<List<StoredHandle>> some) {
        BrandScopedQueries.forEachPageInAllBrands(handles, size, page -> some.accept(read(page)));
    }

    @Override
    public void forEachPage(BrandKey brand, int size, Consumer<List<StoredHandle>> some) {
        BrandScopedQueries.forEachPage(handles, brand, size, page -> some.accept(read(page)));
    }

    private static List<StoredHandle> read(List<Document> page) {
        return page.stream().map(MongoHandleRepository::read).toList();
    }

    /** Those that are stored in another state than this, as far as the given part of it says. */
    private Set<HandleKey> notIn(Collection<HandleAssigned> states, Function<HandleAssigned, Object> part) {
        var keys = states.stream().map(HandleAssigned::handleKey).toList();
        var stored = find(keys);
        return states.stream()
                .filter(state -> {
                    var there = stored.get(state.handleKey());
                    return there == null || !part.apply(there.state()).equals(part.apply(state));
                })
                .map(HandleAssigned::handleKey)
                .collect(Collectors.toSet());
    }

    private static List<StoredHandle> read(FindIterable<Document> found) {
        return found.map(MongoHandleRepository::read).into(new ArrayList<>());
    }

    private static Bson version(HandleAssigned state, long version) {
        return BulkWrites.matching(id(state), "version", version);
    }

    private static String id(HandleAssigned state) {
        return state.handleKey().key();
    }

    static Document write(StoredHandle handle) {
        var state = handle.state();
        var document = new Document("_id", id(state))
                .append("person", PersonKey.of(state).key())
                .append(
                        "accounts",
                        Stream.concat(IdentifierClaim.accountIds(state).stream(), IdentifierClaim.contactIds(state).stream())
                                .toList())
                .append("words", words(state))
                .append("version", state.version())
                .append("heard", Date.from(handle.profileAsOf()))
                .append("state", BulkWrites.toJson(STATE, state));
        if (state.staff()) {
            document.append("staff", true);
        }
        if (handle.unpublished()) {
            document.append("due", true);
        }
        return document;
    }

    private static StoredHandle read(Document document) {
        return new StoredHandle(
                BulkWrites.fromJson(STATE, document, "state"),
                document.getDate("heard").toInstant(),
                document.getBoolean("due", false));
    }

    private static String words(HandleAssigned state) {
        return Stream.of(state.handle(), state.profile().name(), state.profile().displayName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
    }
}
