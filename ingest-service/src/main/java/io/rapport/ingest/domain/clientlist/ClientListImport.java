package io.rapport.ingest.domain.clientlist;

import io.rapport.contracts.BrandKey;
import io.rapport.ingest.domain.input.IntakeRequest;
import java.time.Instant;
import java.util.UUID;

/**
 * The progress of an import of a client list.
 *
 * @param at the time of the last progress update
 * @param counts the counts at that time
 */
public record ClientListImport(
        BrandKey brand, UUID id, Instant startedAt, Instant at, State state, ClientListReceipt.Counts counts) {

    /** The state of an import. */
    public enum State {
        RUNNING,
        DONE,
        BROKEN_OFF
    }

    /** Creates a running import for a request. */
    public static ClientListImport started(IntakeRequest request) {
        return new ClientListImport(
                request.brandKey(),
                request.id(),
                request.receivedAt(),
                request.receivedAt(),
                State.RUNNING,
                ClientListReceipt.Counts.NONE);
    }

    /** Returns a copy with updated progress. */
    public ClientListImport withProgress(State newState, ClientListReceipt.Counts newCounts, Instant now) {
        return new ClientListImport(brand, id, startedAt, now, newState, newCounts);
    }
}
