package io.rapport.ingest.domain.engagement;

import io.rapport.contracts.BrandKey;

/**
 * Counts what became of the rows of a brand. Every row of a request that was answered is counted exactly once, so that
 * received = accepted + duplicate + rejected; accepted and rejected ones are counted when they are acknowledged, so that
 * those of a request that failed half way are counted too.
 */
public interface IntakeMetrics {

    /** The counts of one brand. */
    BrandCounters forBrand(BrandKey brand);

    /** The counts of one brand. */
    interface BrandCounters {
        /** An engagement was passed on. */
        void countAccepted();

        /** A row was the same as one before it in its request. */
        void countDuplicate();

        /** A row was set aside. */
        void countRejected();
    }
}
