package io.rapport.report.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;
import static io.rapport.report.mongo.Upserts.path;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.report.domain.Handle;
import io.rapport.report.domain.Identities;
import io.rapport.report.domain.Profile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;

/** Handles and profiles, one document each. */
public final class MongoIdentities implements Identities {

    // A page has 500 people at most; nobody has so many accounts that a page of them is cut short by this.
    private static final int MAX_HANDLES = 10_000;

    private final MongoCollection<Document> handles;
    private final MongoCollection<Document> profiles;

    MongoIdentities(MongoDatabase database) {
        this.handles = database.getCollection("handles");
        this.profiles = database.getCollection("profiles");
    }

    void createIndexes() {
        handles.createIndex(Indexes.ascending(path(HandleDocument.PERSON)));
    }

    @Override
    public void assign(BrandKey brand, Collection<HandleAssigned> assigned) {
        var upserts = new Upserts();
        for (var each : assigned) {
            upserts.newer(each.handleKey().key(), each.version(), HandleDocument.write(each));
        }
        upserts.writeTo(handles);
    }

    @Override
    public long unassign(BrandKey brand, Collection<HandleKey> gone) {
        return gone.isEmpty()
                ? 0
                : handles.deleteMany(in("_id", gone.stream().map(HandleKey::key).toList()))
                        .getDeletedCount();
    }

    @Override
    public void describe(BrandKey brand, Collection<PersonDescribed> people) {
        var upserts = new Upserts();
        for (var each : people) {
            upserts.newer(id(brand, each.person()), each.version(), ProfileDocument.write(each));
        }
        upserts.writeTo(profiles);
    }

    @Override
    public long forget(BrandKey brand, Collection<UUID> people) {
        return people.isEmpty()
                ? 0
                : profiles.deleteMany(in("_id", ids(brand, people))).getDeletedCount();
    }

    @Override
    public Map<UUID, List<Handle>> handles(BrandKey brand, Collection<UUID> people) {
        var found = new HashMap<UUID, List<Handle>>();
        handles.find(in(path(HandleDocument.PERSON), ids(brand, people)))
                .sort(ascending(path(HandleDocument.STATUS), path(HandleDocument.SINCE), "_id"))
                .limit(MAX_HANDLES)
                .forEach(each -> found.computeIfAbsent(HandleDocument.person(each), person -> new ArrayList<>())
                        .add(HandleDocument.read(each)));
        return found;
    }

    @Override
    public List<HandleAssigned> assignments(BrandKey brand, UUID person) {
        var found = new ArrayList<HandleAssigned>();
        handles.find(eq(path(HandleDocument.PERSON), id(brand, person)))
                .forEach(each -> HandleDocument.whole(each).ifPresent(found::add));
        return found;
    }

    @Override
    public Map<UUID, PersonDescribed> described(BrandKey brand, Collection<UUID> people) {
        var found = new LinkedHashMap<UUID, PersonDescribed>();
        profiles.find(in("_id", ids(brand, people)))
                .forEach(each -> ProfileDocument.whole(each).ifPresent(person -> found.put(person.person(), person)));
        return found;
    }

    @Override
    public Map<UUID, Profile> profiles(BrandKey brand, Collection<UUID> people) {
        var found = new HashMap<UUID, Profile>();
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
