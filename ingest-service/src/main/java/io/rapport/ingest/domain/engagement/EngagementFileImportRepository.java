package io.rapport.ingest.domain.engagement;

import io.rapport.contracts.BrandKey;
import java.util.List;

/** Stores the progress of the newest imports of engagement files. */
public interface EngagementFileImportRepository {

    /** The number of imports that are kept for each brand. */
    int MAX_PER_BRAND = 20;

    /** Stores an import that starts, and deletes the oldest ones of its brand. */
    void start(EngagementFileImport started);

    /** Stores progress. */
    void update(EngagementFileImport current);

    /** The imports of a brand, newest first. */
    List<EngagementFileImport> find(BrandKey brand);
}
