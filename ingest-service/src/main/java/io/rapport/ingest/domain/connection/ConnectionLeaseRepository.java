package io.rapport.ingest.domain.connection;

import io.rapport.contracts.connection.ConnectionKey;
import java.time.Instant;

/** Leases by which exactly one instance pulls a connection at a time. */
public interface ConnectionLeaseRepository {

    /**
     * Acquires or renews the lease of a connection.
     *
     * @param owner the instance
     * @param until when the lease ends, unless it is renewed
     * @return false if another instance holds a lease that has not ended
     */
    boolean tryAcquire(ConnectionKey connection, String owner, Instant now, Instant until);

    /** Ends the lease of an owner, so that another instance does not have to wait. Does nothing for other owners. */
    void release(ConnectionKey connection, String owner);
}
