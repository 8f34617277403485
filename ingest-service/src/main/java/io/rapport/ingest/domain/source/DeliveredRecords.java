package io.rapport.ingest.domain.source;

import java.util.Collection;
import java.util.Set;

/**
 * Remembers which records of a platform were delivered. A stream of a whole network reports every deletion with nothing but the
 * address of the record: only those of records that were delivered concern an account.
 */
public interface DeliveredRecords {

    /** Remembers nothing, so that no record is known. */
    DeliveredRecords NONE = new DeliveredRecords() {
        @Override
        public void remember(Collection<String> addresses) {}

        @Override
        public Set<String> known(Collection<String> addresses) {
            return Set.of();
        }
    };

    /** Remembers the addresses of records that are delivered. Idempotent. */
    void remember(Collection<String> addresses);

    /** Those of the addresses that were remembered. */
    Set<String> known(Collection<String> addresses);
}
