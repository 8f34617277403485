package io.rapport.identity.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.identity.domain.link.InferredLinkQuery;
import io.rapport.identity.domain.person.DecisionIntent;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.store.PersonRepository;
import io.rapport.identity.domain.person.StoredPerson;
import io.rapport.messaging.JsonSerde;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** People, one document each. */
public final class MongoPersonRepository implements PersonRepository {

    private static final JsonSerde<PersonDescribed> STATE = new JsonSerde<>(PersonDescribed.class);
    private static final JsonSerde<Decision> DECISION = new JsonSerde<>(Decision.class);

    private final MongoCollection<Document> people;

    MongoPersonRepository(MongoCollection<Document> people) {
        this.people = people;
    }

    void prepare() {
        BulkWrites.createUniqueIndex(people, "version");
        BulkWrites.createUniqueIndex(people, "revision");
        people.createIndex(Indexes.ascending("undecided"), new IndexOptions().sparse(true));
        people.createIndex(Indexes.ascending("inferred", "_id"), new IndexOptions().sparse(true));
        people.createIndex(Indexes.ascending("due"), new IndexOptions().sparse(true));
    }

    @Override
    public Map<PersonKey, StoredPerson> find(Collection<PersonKey> keys) {
        var found = new HashMap<PersonKey, StoredPerson>();
        BrandScopedQueries.findByIds(people, keys.stream().map(PersonKey::key).toList()).stream()
                .map(MongoPersonRepository::read)
                .forEach(each -> found.put(each.key(), each));
        return found;
    }

    @Override
    public void insertIfAbsent(Collection<StoredPerson> fresh) {
        BulkWrites.insertIfAbsent(
                people,
                fresh.stream().map(MongoPersonRepository::write).map(BulkWrites::insert).toList());
    }

    @Override
    public boolean insertIfAbsent(StoredPerson person) {
        try {
            people.insertOne(write(person));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public boolean replace(StoredPerson next) {
        return people.replaceOne(before(next), write(next)).getMatchedCount() == 1;
    }

    @Override
    public Set<PersonKey> replace(Collection<StoredPerson> next) {
        var writes = next.stream()
                .map(person -> new ReplaceOneModel<>(before(person), write(person)))
                .toList();
        if (BulkWrites.execute(people, writes).getMatchedCount() == next.size()) {
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
        var writes = states.stream()
                .map(state -> new UpdateOneModel<Document>(version(state), Updates.unset("due")))
                .toList();
        if (writes.isEmpty() || BulkWrites.execute(people, writes).getMatchedCount() == states.size()) {
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
        BrandScopedQueries.delete(people, keys.stream().map(PersonKey::key).toList());
    }

    @Override
    public List<StoredPerson> findUndecided(int limit) {
        return some(eq("undecided", true), limit);
    }

    @Override
    public List<StoredPerson> findInferred(BrandKey brand, String from, int limit) {
        return BrandScopedQueries.findInBrand(people, brand, and(eq("inferred", true), gte("_id", brand.rangeStart() + from)))
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
        var writes = new ArrayList<ReplaceOneModel<Document>>();
        for (var state : states) {
            var older = there.get(PersonKey.of(state));
            if (older != null && older.state().version() < state.version()) {
                var next = new StoredPerson(state, older.revision() + 1, false, null, null);
                writes.add(new ReplaceOneModel<>(before(next), write(next)));
            }
        }
        // Who was faster is following the same topic and comes to the newest as well.
        BulkWrites.execute(people, writes);
    }

    @Override
    public void forEachPage(int size, Consumer<List<StoredPerson>> some) {
        BrandScopedQueries.forEachPageInAllBrands(
                people,
                size,
                page -> some.accept(page.stream().map(MongoPersonRepository::read).toList()));
    }

    private List<StoredPerson> some(Bson filter, int limit) {
        return BrandScopedQueries.findInAllBrands(people, filter)
                .limit(limit)
                .map(MongoPersonRepository::read)
                .into(new ArrayList<>());
    }

    private static boolean isOther(@Nullable StoredPerson there, PersonDescribed state) {
        return there == null || there.state().version() != state.version();
    }

    private static Bson before(StoredPerson next) {
        return BulkWrites.matching(next.key().key(), "revision", next.revision() - 1);
    }

    private static Bson version(PersonDescribed state) {
        return BulkWrites.matching(PersonKey.of(state).key(), "version", state.version());
    }

    private static Document write(StoredPerson person) {
        var state = person.state();
        var document = new Document("_id", person.key().key())
                .append("version", state.version())
                .append("revision", person.revision())
                .append("state", BulkWrites.toJson(STATE, state));
        if (state.name() != null) {
            document.append("name", state.name().toLowerCase(Locale.ROOT));
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
        if (person.heldBy() != null) {
            document.append("heldBy", person.heldBy().toString());
        }
        if (person.intent() != null) {
            document.append("undecided", true)
                    .append("decision", BulkWrites.toJson(DECISION, person.intent().decision()))
                    .append("otherRevision", person.intent().otherRevision());
        }
    }

    static StoredPerson read(Document document) {
        var heldBy = document.getString("heldBy");
        return new StoredPerson(
                BulkWrites.fromJson(STATE, document, "state"),
                document.getLong("revision"),
                document.getBoolean("due", false),
                intent(document),
                heldBy == null ? null : UUID.fromString(heldBy));
    }

    private static @Nullable DecisionIntent intent(Document document) {
        return document.containsKey("decision")
                ? new DecisionIntent(BulkWrites.fromJson(DECISION, document, "decision"), document.getLong("otherRevision"))
                : null;
    }
}
