package io.rapport.ingest.domain.clientlist;

import io.rapport.contracts.BrandKey;
import java.time.Duration;
import java.util.Optional;

/** Stores the newest import of each brand's client list. Works as a lock: one import per brand runs at a time. */
public interface ClientListImportRepository {

    /** A running import without a progress update for this time counts as aborted, and its lock expires. */
    Duration STALE_AFTER = Duration.ofMinutes(2);

    /** Finds the newest import of a brand. */
    Optional<ClientListImport> findNewest(BrandKey brand);

    /** Starts an import. Returns false if another import of the brand is running. */
    boolean tryStart(ClientListImport started);

    /** Updates the progress of an import. Returns false if another import has taken over the lock. */
    boolean updateProgress(ClientListImport current);
}
