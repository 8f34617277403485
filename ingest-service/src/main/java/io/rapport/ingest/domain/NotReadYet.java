package io.rapport.ingest.domain;

/** What happened before is still being read back, and nothing that depends on it can be answered or taken in until then. */
public final class NotReadYet extends NotDelivered {

    /**
     * Something is still being read.
     *
     * @param what it is, to begin a sentence with; the sender is told
     */
    public NotReadYet(String what) {
        super(what + " is still being read");
    }
}
