package io.rapport.ingest.domain;

import io.rapport.contracts.BrandKey;

/**
 * Counts what became of the rows of a brand. Every row of a request that was answered is counted exactly once, so that
 * received = accepted + duplicate + rejected; accepted and rejected ones are counted when they are acknowledged, so that
 * those of a request that failed half way are counted too.
 */
public interface Tally {

    /** The counts of one brand. */
    Counts of(BrandKey brand);

    /** The counts of one brand. */
    interface Counts {
        /** An engagement was passed on. */
        void accepted();

        /** A row was the same as one before it in its request. */
        void duplicate();

        /** A row was set aside. */
        void rejected();
    }
}
