package io.rapport.ingest.mongo;

import com.mongodb.client.MongoCollection;
import io.rapport.contracts.connection.ConnectionKey;
import io.rapport.ingest.domain.connection.ConnectionLeaseRepository;
import io.rapport.mongo.BrandCollection;
import java.time.Instant;
import org.bson.Document;

/** Stores leases as documents {@code {_id: agency|connection, owner, until, version}}; {@code version} is the optimistic lock. */
public final class MongoConnectionLeaseRepository implements ConnectionLeaseRepository {

    private static final String VERSION = "version";

    private final BrandCollection collection;

    /** Creates a repository on a collection. */
    public MongoConnectionLeaseRepository(MongoCollection<Document> collection) {
        this.collection = new BrandCollection(collection);
    }

    @Override
    public boolean tryAcquire(ConnectionKey connection, String owner, Instant now, Instant until) {
        var found = collection.find(connection.key());
        if (found.isEmpty()) {
            return collection.insert(document(connection, owner, until, 1));
        }
        var lease = found.get();
        var held = !owner.equals(lease.getString("owner")) && lease.getLong("until") > now.toEpochMilli();
        var version = lease.getLong(VERSION);
        return !held && collection.replaceIf(VERSION, version, document(connection, owner, until, version + 1));
    }

    @Override
    public void release(ConnectionKey connection, String owner) {
        collection
                .find(connection.key())
                .filter(lease -> owner.equals(lease.getString("owner")))
                .ifPresent(lease -> collection.deleteIf(connection.key(), VERSION, lease.getLong(VERSION)));
    }

    private static Document document(ConnectionKey connection, String owner, Instant until, long version) {
        return new Document("_id", connection.key())
                .append("owner", owner)
                .append("until", until.toEpochMilli())
                .append(VERSION, version);
    }
}
