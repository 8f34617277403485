package io.rapport.identity.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.identity.domain.Intent;
import io.rapport.identity.domain.PersonKey;
import io.rapport.identity.domain.PersonStore;
import io.rapport.identity.domain.StoredPerson;
import io.rapport.messaging.JsonSerde;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** People, one document each. */
final class PersonDocuments implements PersonStore {

    private static final JsonSerde<PersonDescribed> STATE = new JsonSerde<>(PersonDescribed.class);
    private static final JsonSerde<Decision> DECISION = new JsonSerde<>(Decision.class);

    private final MongoCollection<Document> people;

    PersonDocuments(MongoCollection<Document> people) {
        this.people = people;
    }

    void prepare() {
        people.createIndex(Indexes.ascending("undecided"), new IndexOptions().sparse(true));
        people.createIndex(Indexes.ascending("due"), new IndexOptions().sparse(true));
    }

    @Override
    public Map<PersonKey, StoredPerson> find(Collection<PersonKey> keys) {
        var found = new HashMap<PersonKey, StoredPerson>();
        if (!keys.isEmpty()) {
            people.find(in("_id", keys.stream().map(PersonKey::key).toList()))
                    .map(PersonDocuments::read)
                    .forEach(each -> found.put(each.key(), each));
        }
        return found;
    }

    @Override
    public void insert(Collection<StoredPerson> fresh) {
        Written.leavingWhatIsThere(
                people,
                fresh.stream().map(PersonDocuments::write).map(Written::insert).toList());
    }

    @Override
    public boolean insert(StoredPerson person) {
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
        var before = and(eq("_id", next.key().key()), eq("revision", next.revision() - 1));
        return people.replaceOne(before, write(next)).getMatchedCount() == 1;
    }

    @Override
    public Set<PersonKey> published(Collection<PersonDescribed> states) {
        var writes = states.stream()
                .map(state -> new UpdateOneModel<Document>(version(state), Updates.unset("due")))
                .toList();
        if (writes.isEmpty() || Written.all(people, writes).getMatchedCount() == states.size()) {
            return Set.of();
        }
        var stored = find(states.stream().map(PersonKey::of).toList());
        return states.stream()
                .filter(state -> isOther(stored.get(PersonKey.of(state)), state))
                .map(PersonKey::of)
                .collect(Collectors.toSet());
    }

    @Override
    public List<StoredPerson> undecided(int limit) {
        return some(eq("undecided", true), limit);
    }

    @Override
    public List<StoredPerson> due(int limit) {
        return some(eq("due", true), limit);
    }

    @Override
    public void restore(Collection<PersonDescribed> states) {
        var writes = states.stream()
                .map(state -> new ReplaceOneModel<>(
                        and(eq("_id", PersonKey.of(state).key()), lt("version", state.version())),
                        write(new StoredPerson(state, 0, false, null, null)),
                        new ReplaceOptions().upsert(true)))
                .toList();
        Written.leavingWhatIsThere(people, writes);
    }

    @Override
    public List<StoredPerson> page(String after, int limit) {
        return some(gt("_id", after), limit);
    }

    private List<StoredPerson> some(Bson filter, int limit) {
        return people.find(filter)
                .sort(ascending("_id"))
                .limit(limit)
                .map(PersonDocuments::read)
                .into(new ArrayList<>());
    }

    private static boolean isOther(@Nullable StoredPerson there, PersonDescribed state) {
        return there != null && there.state().version() != state.version();
    }

    private static Bson version(PersonDescribed state) {
        return and(eq("_id", PersonKey.of(state).key()), eq("version", state.version()));
    }

    private static Document write(StoredPerson person) {
        var state = person.state();
        var document = new Document("_id", person.key().key())
                .append("version", state.version())
                .append("revision", person.revision())
                .append("state", Written.json(STATE, state));
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
        if (person.due()) {
            document.append("due", true);
        }
        if (person.heldBy() != null) {
            document.append("heldBy", person.heldBy().toString());
        }
        if (person.intent() != null) {
            document.append("undecided", true)
                    .append("decision", Written.json(DECISION, person.intent().decision()))
                    .append("otherRevision", person.intent().otherRevision());
        }
    }

    static StoredPerson read(Document document) {
        var heldBy = document.getString("heldBy");
        return new StoredPerson(
                Written.read(STATE, document, "state"),
                document.getLong("revision"),
                document.getBoolean("due", false),
                intent(document),
                heldBy == null ? null : UUID.fromString(heldBy));
    }

    private static @Nullable Intent intent(Document document) {
        return document.containsKey("decision")
                ? new Intent(Written.read(DECISION, document, "decision"), document.getLong("otherRevision"))
                : null;
    }
}
