package io.rapport.report.mongo;

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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;

/** Handles and profiles, one document each. */
final class MongoIdentities implements Identities {

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
    public void unassign(BrandKey brand, Collection<HandleKey> gone) {
        if (!gone.isEmpty()) {
            handles.deleteMany(in("_id", gone.stream().map(HandleKey::key).toList()));
        }
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
    public void forget(BrandKey brand, Collection<UUID> people) {
        if (!people.isEmpty()) {
            profiles.deleteMany(in("_id", ids(brand, people)));
        }
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
