package io.rapport.ingest.mongo;

import com.mongodb.client.MongoCollection;
import io.rapport.contracts.connection.ConnectionKey;
import io.rapport.ingest.domain.connection.ConnectionLeaseRepository;
import io.rapport.mongo.LeaseCollection;
import java.time.Instant;
import org.bson.Document;

/** Stores the leases of connections. */
public final class MongoConnectionLeaseRepository implements ConnectionLeaseRepository {

    private final LeaseCollection leases;

    /** Creates a repository on a collection. */
    public MongoConnectionLeaseRepository(MongoCollection<Document> collection) {
        this.leases = new LeaseCollection(collection);
    }

    @Override
    public boolean tryAcquire(ConnectionKey connection, String owner, Instant now, Instant until) {
        return leases.tryAcquire(connection.key(), owner, now, until);
    }

    @Override
    public void release(ConnectionKey connection, String owner) {
        leases.release(connection.key(), owner);
    }
}
