package io.rapport.ingest.domain.clientlist;

import io.rapport.contracts.BrandKey;
import java.time.Duration;
import java.util.Optional;

/** The newest import of each brand's client list. Only one runs at a time: two would undo one another's rows. */
public interface ClientListImportRepository {

    /** One that was not heard of for so long is no longer running. */
    Duration STALE_AFTER = Duration.ofMinutes(2);

    /** The newest import of a brand. */
    Optional<ClientListImport> findNewest(BrandKey brand);

    /** Begins an import. False if another one of the brand is running. */
    boolean tryStart(ClientListImport begun);

    /** Notes how far an import is. False if another one has taken its place. */
    boolean updateProgress(ClientListImport now);
}
