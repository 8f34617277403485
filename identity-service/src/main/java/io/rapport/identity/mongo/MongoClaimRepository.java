package io.rapport.identity.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.TopicKeys;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.store.ClaimRepository;
import io.rapport.identity.domain.store.IdentifierClaim;
import io.rapport.mongo.BrandCollection;
import io.rapport.mongo.BulkWrites;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Claims in MongoDB, one document each. */
public final class MongoClaimRepository implements ClaimRepository {

    private final BrandCollection claims;

    MongoClaimRepository(BrandCollection claims) {
        this.claims = claims;
    }

    void prepare() {
        claims.createIndex("handles");
        claims.createIndex("clients");
    }

    @Override
    public Map<String, IdentifierClaim> find(Collection<String> ids) {
        var found = new HashMap<String, IdentifierClaim>();
        claims.find(ids).stream().map(MongoClaimRepository::read).forEach(claim -> found.put(claim.id(), claim));
        return found;
    }

    @Override
    public void addClaimants(Collection<IdentifierClaim> added) {
        var writes = new BulkWrites();
        added.forEach(claim -> writes.upsert(claim.id(), additions(claim)));
        claims.write(writes);
    }

    @Override
    public Set<String> findIdsByClaimant(BrandKey brand, Collection<HandleKey> handles, Collection<PersonKey> clients) {
        var made = new HashSet<String>();
        var byHandle = in("handles", handles.stream().map(HandleKey::key).toList());
        var byClient = in("clients", clients.stream().map(PersonKey::key).toList());
        for (var filter : List.of(byHandle, byClient)) {
            claims.find(brand, filter)
                    .projection(Projections.include("_id"))
                    .forEach(claim -> made.add(claim.getString("_id")));
        }
        return made;
    }

    @Override
    public void removeClaimants(Collection<String> ids, Collection<HandleKey> gone, Collection<PersonKey> people) {
        if (ids.isEmpty()) {
            return;
        }
        var handles = gone.stream().map(HandleKey::key).toList();
        var clients = people.stream().map(PersonKey::key).toList();
        claims.update(ids, Updates.combine(Updates.pullAll("handles", handles), Updates.pullAll("clients", clients)));
        var unclaimed = find(ids).values().stream()
                .filter(claim -> claim.handles().isEmpty() && claim.clients().isEmpty())
                .map(IdentifierClaim::id)
                .toList();
        claims.delete(unclaimed, and(eq("handles", List.of()), eq("clients", List.of())));
    }

    private static Bson additions(IdentifierClaim claim) {
        var handles = claim.handles().stream().map(HandleKey::key).toList();
        var clients = claim.clients().stream().map(PersonKey::key).toList();
        return Updates.combine(Updates.addEachToSet("handles", handles), Updates.addEachToSet("clients", clients));
    }

    private static IdentifierClaim read(Document document) {
        return new IdentifierClaim(
                document.getString("_id"),
                document.getList("handles", String.class, List.of()).stream()
                        .map((Function<String, HandleKey>) HandleKey::of)
                        .collect(Collectors.toSet()),
                document.getList("clients", String.class, List.of()).stream()
                        .map(MongoClaimRepository::person)
                        .collect(Collectors.toSet()));
    }

    private static PersonKey person(String key) {
        return new PersonKey(
                BrandKey.of(key), UUID.fromString(TopicKeys.split(key).get(2)));
    }
}
