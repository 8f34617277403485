package io.rapport.report.domain.store;

import java.time.Instant;

/** Which instance does work of which there is one for all brands. */
public interface WorkLeaseRepository {

    /**
     * Acquires or renews the lease of a work; returns false while another instance holds it.
     *
     * @param until when the lease ends unless it is renewed
     */
    boolean tryAcquire(String work, String owner, Instant now, Instant until);

    /** Ends a lease; without effect if another instance holds it. */
    void release(String work, String owner);
}
