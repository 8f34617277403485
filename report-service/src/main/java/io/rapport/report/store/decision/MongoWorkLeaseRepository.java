package io.rapport.report.store.decision;

import com.mongodb.client.MongoDatabase;
import io.rapport.mongo.LeaseCollection;
import io.rapport.report.domain.store.WorkLeaseRepository;
import java.time.Instant;

/** Leases of work in the collection {@code workLeases}. */
public final class MongoWorkLeaseRepository implements WorkLeaseRepository {

    private final LeaseCollection leases;

    /** The leases of a database. */
    public MongoWorkLeaseRepository(MongoDatabase database) {
        this.leases = new LeaseCollection(database.getCollection("workLeases"));
    }

    @Override
    public boolean tryAcquire(String work, String owner, Instant now, Instant until) {
        return leases.tryAcquire(work, owner, now, until);
    }

    @Override
    public void release(String work, String owner) {
        leases.release(work, owner);
    }
}
