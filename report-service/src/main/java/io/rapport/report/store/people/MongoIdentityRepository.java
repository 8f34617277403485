package io.rapport.report.store.people;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static io.rapport.mongo.EmbeddedStoreWorkarounds.statePath;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.mongo.BrandCollection;
import io.rapport.mongo.BulkWrites;
import io.rapport.report.domain.identity.IdentityRepository;
import io.rapport.report.domain.identity.PersonHandle;
import io.rapport.report.domain.identity.PersonProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Handles and profiles in the collections {@code handles} and {@code profiles}, one document each. */
public final class MongoIdentityRepository implements IdentityRepository {

    // A bound against runaway reads, far above what a page of at most 500 people needs.
    private static final int MAX_HANDLES = 10_000;

    /** A word in more handles than this for each allowed person is frequent, whatever the number of persons. */
    private static final int HANDLES_PER_PERSON = 3;

    private final BrandCollection handles;
    private final BrandCollection profiles;
    private final WordIndex handleWords;
    private final WordIndex profileWords;
    /** Reading so many people only to count them would take most of the time of a search by the first letter of a name. */
    private final Cache<FrequentWord, Boolean> frequent = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    private record FrequentWord(BrandKey brand, String word, int max) {}

    /** The repository of a database. */
    public MongoIdentityRepository(MongoDatabase database) {
        this.handles = new BrandCollection(database.getCollection("handles"));
        this.profiles = new BrandCollection(database.getCollection("profiles"));
        this.handleWords = new WordIndex(handles, NameQueries.WORD_INDEX, statePath(HandleDocument.PERSON));
        this.profileWords = new WordIndex(profiles, NameQueries.PROFILE_WORD_INDEX, "_id");
    }

    /** Creates the indexes that are missing. */
    public void createIndexes() {
        handles.createIndex(statePath(HandleDocument.PERSON));
        handles.createIndex(NameQueries.WORD_INDEX);
        handles.createIndex(NameQueries.CHANNEL_INDEX);
        profiles.createIndex(NameQueries.PROFILE_WORD_INDEX);
    }

    @Override
    public void saveHandles(Collection<HandleAssigned> assigned) {
        var writes = new BulkWrites();
        for (var each : assigned) {
            writes.replaceStateIfNewer(each.handleKey().key(), each.version(), HandleDocument.write(each));
        }
        handles.write(writes);
    }

    @Override
    public long deleteHandles(BrandKey brand, Collection<HandleKey> keys) {
        return handles.delete(keys.stream().map(HandleKey::key).toList());
    }

    @Override
    public void savePersons(Collection<PersonDescribed> people) {
        var writes = new BulkWrites();
        for (var each : people) {
            writes.replaceStateIfNewer(id(each.brandKey(), each.person()), each.version(), ProfileDocument.write(each));
        }
        profiles.write(writes);
    }

    @Override
    public long deletePersons(BrandKey brand, Collection<UUID> people) {
        return profiles.delete(ids(brand, people));
    }

    @Override
    public Map<UUID, List<PersonHandle>> findHandles(BrandKey brand, Collection<UUID> people) {
        var found = new HashMap<UUID, List<PersonHandle>>();
        handles.driver()
                .find(in(statePath(HandleDocument.PERSON), ids(brand, people)))
                .projection(exclude(statePath(HandleDocument.EVENT)))
                .sort(ascending(statePath(HandleDocument.STATUS_RANK), statePath(HandleDocument.SINCE), "_id"))
                .limit(MAX_HANDLES)
                .forEach(each -> found.computeIfAbsent(HandleDocument.person(each), person -> new ArrayList<>())
                        .add(HandleDocument.read(each)));
        return found;
    }

    @Override
    public Map<HandleKey, UUID> findOwners(BrandKey brand, Collection<HandleKey> keys) {
        var found = new HashMap<HandleKey, UUID>();
        var own = keys.stream()
                .filter(key -> key.brand().equals(brand))
                .map(HandleKey::key)
                .distinct()
                .toList();
        var person = include(statePath(HandleDocument.PERSON));
        handles.find(own, person)
                .forEach(each -> found.put(HandleKey.of(each.getString("_id")), HandleDocument.person(each)));
        return found;
    }

    @Override
    public List<HandleAssigned> findAssignments(BrandKey brand, UUID person) {
        var found = new ArrayList<HandleAssigned>();
        handles.driver()
                .find(eq(statePath(HandleDocument.PERSON), id(brand, person)))
                .forEach(each -> HandleDocument.readEvent(each).ifPresent(found::add));
        return found;
    }

    @Override
    public Map<UUID, PersonDescribed> findPersons(BrandKey brand, Collection<UUID> people) {
        var found = new LinkedHashMap<UUID, PersonDescribed>();
        profiles.find(ids(brand, people))
                .forEach(each ->
                        ProfileDocument.readEvent(each).ifPresent(person -> found.put(person.person(), person)));
        return found;
    }

    @Override
    public Map<UUID, PersonProfile> findProfiles(BrandKey brand, Collection<UUID> people) {
        var found = new HashMap<UUID, PersonProfile>();
        profiles.find(ids(brand, people), exclude(statePath(ProfileDocument.EVENT)))
                .forEach(each -> {
                    var profile = ProfileDocument.read(each);
                    found.put(profile.person(), profile);
                });
        return found;
    }

    @Override
    public Optional<Set<UUID>> findByWord(BrandKey brand, String word, int max) {
        var key = new FrequentWord(brand, word, max);
        if (frequent.getIfPresent(key) != null) {
            return Optional.empty();
        }
        var found = new HashSet<UUID>();
        if (!profileWords.addPersons(found, brand, word, max)
                || !handleWords.addPersons(found, brand, word, HANDLES_PER_PERSON * max)
                || found.size() > max) {
            frequent.put(key, true);
            return Optional.empty();
        }
        return Optional.of(found);
    }

    @Override
    public Set<UUID> findWithWord(BrandKey brand, Collection<UUID> people, String word) {
        var found = new HashSet<UUID>();
        var ids = ids(brand, people);
        profiles.driver()
                .find(and(in("_id", ids), NameQueries.hasWord(word)))
                .hint(ascending("_id"))
                .projection(include("_id"))
                .forEach(each -> found.add(ProfileDocument.person(each)));
        handles.driver()
                .find(and(in(statePath(HandleDocument.PERSON), ids), NameQueries.hasWord(word)))
                .hint(ascending(statePath(HandleDocument.PERSON)))
                .projection(include(statePath(HandleDocument.PERSON)))
                .forEach(each -> found.add(HandleDocument.person(each)));
        return found;
    }

    @Override
    public Set<UUID> findByChannel(BrandKey brand, String channel, int limit) {
        var found = new HashSet<UUID>();
        // A person may have several handles.
        try (var cursor = handles.driver()
                .find(NameQueries.ofChannel(brand, channel))
                .hint(NameQueries.CHANNEL_INDEX)
                .projection(include(statePath(HandleDocument.PERSON)))
                .cursor()) {
            while (cursor.hasNext() && found.size() < limit) {
                found.add(HandleDocument.person(cursor.next()));
            }
        }
        return found;
    }

    private static String id(BrandKey brand, UUID person) {
        return brand.key(person.toString());
    }

    private static List<String> ids(BrandKey brand, Collection<UUID> people) {
        return people.stream().distinct().map(person -> id(brand, person)).toList();
    }
}
