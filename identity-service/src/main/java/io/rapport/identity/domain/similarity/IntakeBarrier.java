package io.rapport.identity.domain.similarity;

/** Shows when everything that was accepted before a moment is applied to the store. */
@FunctionalInterface
public interface IntakeBarrier {

    /**
     * The records accepted by now.
     *
     * @throws IllegalStateException if the broker does not answer
     */
    AcceptedRecords mark();

    /** The records accepted before a moment. */
    @FunctionalInterface
    interface AcceptedRecords {

        /**
         * Whether all of them are applied, by whichever instance.
         *
         * @throws IllegalStateException if the broker does not answer
         */
        boolean areApplied();
    }
}
