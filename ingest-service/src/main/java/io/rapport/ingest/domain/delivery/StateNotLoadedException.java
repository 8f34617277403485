package io.rapport.ingest.domain.delivery;

/** What happened before is still being read back, and nothing that depends on it can be answered or taken in until then. */
public final class StateNotLoadedException extends DeliveryFailedException {

    /**
     * Something is still being read.
     *
     * @param what it is, to begin a sentence with; the sender is told
     */
    public StateNotLoadedException(String what) {
        super(what + " is still being read");
    }
}
