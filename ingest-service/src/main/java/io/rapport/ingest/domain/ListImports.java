package io.rapport.ingest.domain;

import io.rapport.contracts.BrandKey;
import java.time.Duration;
import java.util.Optional;

/** The newest import of each brand's client list. Only one runs at a time: two would undo one another's rows. */
public interface ListImports {

    /** One that was not heard of for so long is no longer running. */
    Duration SILENCE = Duration.ofMinutes(2);

    /** The newest import of a brand. */
    Optional<ListImport> newest(BrandKey brand);

    /** Begins an import. False if another one of the brand is running. */
    boolean begin(ListImport begun);

    /** Notes how far an import is. False if another one has taken its place. */
    boolean tell(ListImport now);
}
