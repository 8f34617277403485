package io.rapport.mongo;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import org.bson.Document;

/** Leases of exclusive work as documents {@code {_id, owner, until, version}}; {@code version} is the optimistic lock. */
public final class LeaseCollection {

    private static final String OWNER = "owner";
    private static final String UNTIL = "until";
    private static final String VERSION = "version";

    private final BrandCollection collection;

    /** The leases of a collection. */
    public LeaseCollection(MongoCollection<Document> collection) {
        this.collection = new BrandCollection(collection);
    }

    /**
     * Acquires or renews a lease; returns false while another owner holds it.
     *
     * @param until when the lease ends unless it is renewed
     */
    public boolean tryAcquire(String id, String owner, Instant now, Instant until) {
        var found = collection.find(id);
        if (found.isEmpty()) {
            return collection.insert(document(id, owner, until, 1));
        }
        var lease = found.get();
        var held = !owner.equals(lease.getString(OWNER)) && lease.getLong(UNTIL) > now.toEpochMilli();
        var version = lease.getLong(VERSION);
        return !held && collection.replaceIf(VERSION, version, document(id, owner, until, version + 1));
    }

    /** Ends a lease; without effect if another owner holds it. */
    public void release(String id, String owner) {
        collection
                .find(id)
                .filter(lease -> owner.equals(lease.getString(OWNER)))
                .ifPresent(lease -> collection.deleteIf(id, VERSION, lease.getLong(VERSION)));
    }

    private static Document document(String id, String owner, Instant until, long version) {
        return new Document("_id", id)
                .append(OWNER, owner)
                .append(UNTIL, until.toEpochMilli())
                .append(VERSION, version);
    }
}
