package io.rapport.identity.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.FindIterable;
import com.mongodb.client.model.Updates;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.identity.domain.family.SearchText;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.ProfileTimes;
import io.rapport.identity.domain.person.StoredHandle;
import io.rapport.identity.domain.store.HandleRepository;
import io.rapport.identity.domain.store.IdentifierClaim;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.mongo.BrandCollection;
import io.rapport.mongo.BulkWrites;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;

/** Handles in MongoDB, one document each. The state is JSON: see {@link StateJson}. */
public final class MongoHandleRepository implements HandleRepository {

    private static final JsonSerde<HandleAssigned> STATE = new JsonSerde<>(HandleAssigned.class);

    private final BrandCollection handles;

    MongoHandleRepository(BrandCollection handles) {
        this.handles = handles;
    }

    void prepare() {
        handles.createCompareAndSetIndex("version");
        handles.createIndex("person");
        handles.createIndex("accounts");
        handles.createSparseIndex("staff");
        handles.createSparseIndex("due");
    }

    @Override
    public Map<HandleKey, StoredHandle> find(Collection<HandleKey> keys) {
        var found = new HashMap<HandleKey, StoredHandle>();
        handles.find(keys.stream().map(HandleKey::key).toList()).stream()
                .map(MongoHandleRepository::read)
                .forEach(each -> found.put(each.key(), each));
        return found;
    }

    @Override
    public List<StoredHandle> findByClaims(Collection<String> claims) {
        // A claim id begins with its brand.
        return read(handles.findInAllBrands(in("accounts", claims)));
    }

    @Override
    public List<StoredHandle> findStaff(BrandKey brand) {
        return read(handles.find(brand, eq("staff", true)));
    }

    @Override
    public void insertIfAbsent(Collection<StoredHandle> fresh) {
        var writes = new BulkWrites();
        fresh.forEach(handle -> writes.insertIfAbsent(write(handle)));
        handles.write(writes);
    }

    @Override
    public Set<HandleKey> replace(Collection<StoredHandle> next) {
        if (next.isEmpty()) {
            return Set.of();
        }
        var writes = new BulkWrites();
        next.forEach(handle -> writes.replaceIf("version", handle.state().version() - 1, write(handle)));
        if (handles.write(writes) == next.size()) {
            return Set.of();
        }
        return notIn(next.stream().map(StoredHandle::state).toList(), state -> state);
    }

    @Override
    public Set<HandleKey> markPublished(Collection<HandleAssigned> states) {
        var writes = new BulkWrites();
        states.forEach(state -> writes.updateIf(id(state), "version", state.version(), Updates.unset("due")));
        if (handles.write(writes) == states.size()) {
            return Set.of();
        }
        return notIn(states, HandleAssigned::version);
    }

    @Override
    public void advanceProfileTimes(Map<HandleKey, ProfileTimes> times) {
        var writes = new BulkWrites();
        times.forEach((handle, at) -> writes.update(handle.key(), StoredProfileTimes.advance(at)));
        handles.write(writes);
    }

    @Override
    public void delete(Collection<HandleKey> keys) {
        handles.delete(keys.stream().map(HandleKey::key).toList());
    }

    @Override
    public List<StoredHandle> findUnpublished(int limit) {
        return handles.findInAllBrands(eq("due", true))
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
        var writes = new BulkWrites();
        for (var state : states) {
            var older = there.get(state.handleKey());
            if (older != null && older.state().version() < state.version()) {
                writes.replaceIf("version", older.state().version(), write(restored(state)));
            }
        }
        // An instance that wins a concurrent write reads the same topic, and restores the newest state as well.
        handles.write(writes);
    }

    private static StoredHandle restored(HandleAssigned state) {
        return new StoredHandle(state, ProfileTimes.of(state.since()), false);
    }

    @Override
    public void forEachPage(int size, Consumer<List<StoredHandle>> some) {
        handles.forEachChunkInAllBrands(size, page -> some.accept(read(page)));
    }

    @Override
    public void forEachPage(BrandKey brand, int size, Consumer<List<StoredHandle>> some) {
        handles.forEachChunk(brand, size, page -> some.accept(read(page)));
    }

    private static List<StoredHandle> read(List<Document> page) {
        return page.stream().map(MongoHandleRepository::read).toList();
    }

    /** The handles whose stored state differs from the given one in the given part. */
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

    private static String id(HandleAssigned state) {
        return state.handleKey().key();
    }

    static Document write(StoredHandle handle) {
        var state = handle.state();
        var document = new Document("_id", id(state))
                .append("person", PersonKey.of(state).key())
                .append(
                        "accounts",
                        Stream.concat(
                                        IdentifierClaim.accountIds(state).stream(),
                                        IdentifierClaim.contactIds(state).stream())
                                .toList())
                .append("words", words(state))
                .append("version", state.version())
                .append("state", StateJson.write(STATE, state));
        StoredProfileTimes.write(handle.profileTimes(), document);
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
                StateJson.read(STATE, document, "state"),
                StoredProfileTimes.read(document),
                document.getBoolean("due", false));
    }

    private static String words(HandleAssigned state) {
        return Stream.of(state.handle(), state.profile().name(), state.profile().displayName())
                .filter(Objects::nonNull)
                .map(SearchText::fold)
                .collect(Collectors.joining("\n"));
    }
}
