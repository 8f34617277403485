package io.rapport.identity.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.identity.domain.family.SearchText;
import io.rapport.identity.domain.link.InferredLinkQuery;
import io.rapport.identity.domain.person.DecisionIntent;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.StoredPerson;
import io.rapport.identity.domain.store.PersonRepository;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.mongo.BrandCollection;
import io.rapport.mongo.BulkWrites;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** People in MongoDB, one document each. The state is JSON: see {@link StateJson}. */
public final class MongoPersonRepository implements PersonRepository {

    private static final JsonSerde<PersonDescribed> STATE = new JsonSerde<>(PersonDescribed.class);
    private static final JsonSerde<Decision> DECISION = new JsonSerde<>(Decision.class);

    private final BrandCollection people;

    MongoPersonRepository(BrandCollection people) {
        this.people = people;
    }

    void prepare() {
        people.createCompareAndSetIndex("version");
        people.createCompareAndSetIndex("revision");
        people.createSparseIndex("undecided");
        people.createIndex(Indexes.ascending("inferred", "_id"), new IndexOptions().sparse(true));
        people.createSparseIndex("due");
    }

    @Override
    public Map<PersonKey, StoredPerson> find(Collection<PersonKey> keys) {
        var found = new HashMap<PersonKey, StoredPerson>();
        people.find(keys.stream().map(PersonKey::key).toList()).stream()
                .map(MongoPersonRepository::read)
                .forEach(each -> found.put(each.key(), each));
        return found;
    }

    @Override
    public void insertIfAbsent(Collection<StoredPerson> fresh) {
        var writes = new BulkWrites();
        fresh.forEach(person -> writes.insertIfAbsent(write(person)));
        people.write(writes);
    }

    @Override
    public boolean insertIfAbsent(StoredPerson person) {
        return people.insert(write(person));
    }

    @Override
    public boolean replace(StoredPerson next) {
        return people.replaceIf("revision", next.revision() - 1, write(next));
    }

    @Override
    public Set<PersonKey> replace(Collection<StoredPerson> next) {
        var writes = new BulkWrites();
        next.forEach(person -> writes.replaceIf("revision", person.revision() - 1, write(person)));
        if (people.write(writes) == next.size()) {
            return Set.of();
        }
        var stored = find(next.stream().map(StoredPerson::key).toList());
        return next.stream()
                .filter(person -> !person.equals(stored.get(person.key())))
                .map(StoredPerson::key)
                .collect(Collectors.toSet());
    }

    @Override
    public Set<PersonKey> markPublished(Collection<PersonDescribed> states) {
        var writes = new BulkWrites();
        states.forEach(
                state -> writes.updateIf(PersonKey.of(state).key(), "version", state.version(), Updates.unset("due")));
        if (people.write(writes) == states.size()) {
            return Set.of();
        }
        var stored = find(states.stream().map(PersonKey::of).toList());
        return states.stream()
                .filter(state -> isOther(stored.get(PersonKey.of(state)), state))
                .map(PersonKey::of)
                .collect(Collectors.toSet());
    }

    @Override
    public void delete(Collection<PersonKey> keys) {
        people.delete(keys.stream().map(PersonKey::key).toList());
    }

    @Override
    public List<StoredPerson> findUndecided(int limit) {
        return some(eq("undecided", true), limit);
    }

    @Override
    public List<StoredPerson> findInferred(BrandKey brand, String from, int limit) {
        return people.find(brand, and(eq("inferred", true), gte("_id", brand.rangeStart() + from)))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(MongoPersonRepository::read)
                .into(new ArrayList<>());
    }

    @Override
    public List<StoredPerson> findPage(BrandKey brand, String after, int limit) {
        return people.find(brand, gt("_id", brand.rangeStart() + after))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(MongoPersonRepository::read)
                .into(new ArrayList<>());
    }

    @Override
    public List<StoredPerson> findUnpublished(int limit) {
        return some(eq("due", true), limit);
    }

    @Override
    public void restore(Collection<PersonDescribed> states) {
        var there = find(states.stream().map(PersonKey::of).toList());
        insertIfAbsent(states.stream()
                .filter(state -> !there.containsKey(PersonKey.of(state)))
                .map(state -> new StoredPerson(state, 0, false, null, null))
                .toList());
        var writes = new BulkWrites();
        for (var state : states) {
            var older = there.get(PersonKey.of(state));
            if (older != null && older.state().version() < state.version()) {
                var next = new StoredPerson(state, older.revision() + 1, false, null, null);
                writes.replaceIf("revision", older.revision(), write(next));
            }
        }
        // An instance that wins a concurrent write reads the same topic, and restores the newest state as well.
        people.write(writes);
    }

    @Override
    public void forEachPage(int size, Consumer<List<StoredPerson>> some) {
        people.forEachChunkInAllBrands(
                size,
                page -> some.accept(
                        page.stream().map(MongoPersonRepository::read).toList()));
    }

    private List<StoredPerson> some(Bson filter, int limit) {
        return people.findInAllBrands(filter)
                .limit(limit)
                .map(MongoPersonRepository::read)
                .into(new ArrayList<>());
    }

    private static boolean isOther(@Nullable StoredPerson there, PersonDescribed state) {
        return there == null || there.state().version() != state.version();
    }

    private static Document write(StoredPerson person) {
        var state = person.state();
        var document = new Document("_id", person.key().key())
                .append("version", state.version())
                .append("revision", person.revision())
                .append("state", StateJson.write(STATE, state));
        if (state.name() != null) {
            document.append("name", SearchText.fold(state.name()));
        }
        flags(person, document);
        return document;
    }

    private static void flags(StoredPerson person, Document document) {
        if (person.state().mergedInto() != null) {
            document.append("merged", true);
        }
        if (!InferredLinkQuery.effectiveLinks(person.state()).isEmpty()) {
            document.append("inferred", true);
        }
        if (person.unpublished()) {
            document.append("due", true);
        }
        if (person.lockedBy() != null) {
            document.append("heldBy", person.lockedBy().toString());
        }
        if (person.intent() != null) {
            document.append("undecided", true)
                    .append(
                            "decision",
                            StateJson.write(DECISION, person.intent().decision()))
                    .append("otherRevision", person.intent().otherRevision());
        }
    }

    static StoredPerson read(Document document) {
        var heldBy = document.getString("heldBy");
        return new StoredPerson(
                StateJson.read(STATE, document, "state"),
                document.getLong("revision"),
                document.getBoolean("due", false),
                intent(document),
                heldBy == null ? null : UUID.fromString(heldBy));
    }

    private static @Nullable DecisionIntent intent(Document document) {
        return document.containsKey("decision")
                ? new DecisionIntent(StateJson.read(DECISION, document, "decision"), document.getLong("otherRevision"))
                : null;
    }
}
