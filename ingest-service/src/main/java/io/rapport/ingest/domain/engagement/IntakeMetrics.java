package io.rapport.ingest.domain.engagement;

import io.rapport.contracts.BrandKey;

/**
 * Counts the rows of each brand. Every row of a completed request is counted exactly once: received = accepted + duplicate
 * + rejected. Accepted and rejected rows are counted on acknowledgement, so that those of a failed request count too.
 */
public interface IntakeMetrics {

    /** Returns the counters of a brand. */
    BrandCounters forBrand(BrandKey brand);

    /** The counters of one brand. */
    interface BrandCounters {
        /** Counts a published engagement. */
        void countAccepted();

        /** Counts a row equal to an earlier row of the same request. */
        void countDuplicate();

        /** Counts a rejected row. */
        void countRejected();
    }
}
