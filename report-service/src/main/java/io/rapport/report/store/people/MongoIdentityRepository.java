package io.rapport.report.store.people;

import io.rapport.report.store.bson.VersionedUpserts;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;
import static io.rapport.report.store.bson.VersionedUpserts.path;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.report.domain.identity.PersonHandle;
import io.rapport.report.domain.identity.IdentityRepository;
import io.rapport.report.domain.identity.PersonProfile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;

/** Handles and profiles, one document each. */
public final class MongoIdentityRepository implements IdentityRepository {

    // A page has 500 people at most; nobody has so many accounts that a page of them is cut short by this.
    private static final int MAX_HANDLES = 10_000;

    private final MongoCollection<Document> handles;
    private final MongoCollection<Document> profiles;

    public MongoIdentityRepository(MongoDatabase database) {
        this.handles = database.getCollection("handles");
        this.profiles = database.getCollection("profiles");
    }

    public void createIndexes() {
        handles.createIndex(Indexes.ascending(path(HandleDocument.PERSON)));
    }

    @Override
    public void saveHandles(BrandKey brand, Collection<HandleAssigned> assigned) {
        var upserts = new VersionedUpserts();
        for (var each : assigned) {
            upserts.newer(each.handleKey().key(), each.version(), HandleDocument.write(each));
        }
        upserts.writeTo(handles);
    }

    @Override
    public long deleteHandles(BrandKey brand, Collection<HandleKey> gone) {
        return gone.isEmpty()
                ? 0
                : handles.deleteMany(in("_id", gone.stream().map(HandleKey::key).toList()))
                        .getDeletedCount();
    }

    @Override
    public void savePersons(BrandKey brand, Collection<PersonDescribed> people) {
        var upserts = new VersionedUpserts();
        for (var each : people) {
            upserts.newer(id(brand, each.person()), each.version(), ProfileDocument.write(each));
        }
        upserts.writeTo(profiles);
    }

    @Override
    public long deletePersons(BrandKey brand, Collection<UUID> people) {
        return people.isEmpty()
                ? 0
                : profiles.deleteMany(in("_id", ids(brand, people))).getDeletedCount();
    }

    @Override
    public Map<UUID, List<PersonHandle>> findHandles(BrandKey brand, Collection<UUID> people) {
        var found = new HashMap<UUID, List<PersonHandle>>();
        handles.find(in(path(HandleDocument.PERSON), ids(brand, people)))
                .sort(ascending(path(HandleDocument.STATUS), path(HandleDocument.SINCE), "_id"))
                .limit(MAX_HANDLES)
                .forEach(each -> found.computeIfAbsent(HandleDocument.person(each), person -> new ArrayList<>())
                        .add(HandleDocument.read(each)));
        return found;
    }

    @Override
    public List<HandleAssigned> findAssignments(BrandKey brand, UUID person) {
        var found = new ArrayList<HandleAssigned>();
        handles.find(eq(path(HandleDocument.PERSON), id(brand, person)))
                .forEach(each -> HandleDocument.readEvent(each).ifPresent(found::add));
        return found;
    }

    @Override
    public Map<UUID, PersonDescribed> findPersons(BrandKey brand, Collection<UUID> people) {
        var found = new LinkedHashMap<UUID, PersonDescribed>();
        profiles.find(in("_id", ids(brand, people)))
                .forEach(each -> ProfileDocument.readEvent(each).ifPresent(person -> found.put(person.person(), person)));
        return found;
    }

    @Override
    public Map<UUID, PersonProfile> findProfiles(BrandKey brand, Collection<UUID> people) {
        var found = new HashMap<UUID, PersonProfile>();
        profiles.find(in("_id", ids(brand, people))).limit(people.size()).forEach(each -> {
            var profile = ProfileDocument.read(each);
            found.put(profile.person(), profile);
        });
        return found;
    }

    private static String id(BrandKey brand, UUID person) {
        return brand.key(person.toString());
    }

    private static List<String> ids(BrandKey brand, Collection<UUID> people) {
        return people.stream().distinct().map(person -> id(brand, person)).toList();
    }
}
