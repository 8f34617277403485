package io.rapport.ingest.domain.clientlist;

import io.rapport.ingest.domain.input.IntakeRequest;

import io.rapport.contracts.BrandKey;
import java.time.Instant;
import java.util.UUID;

/**
 * An import of a client list.
 *
 * @param startedAt when it began
 * @param at when it was last heard of
 * @param counts how far it is
 */
public record ClientListImport(
        BrandKey brand, UUID id, Instant startedAt, Instant at, State state, ClientListReceipt.Counts counts) {

    /** Where it stands. */
    public enum State {
        RUNNING,
        DONE,
        BROKEN_OFF
    }

    /** One that begins now. */
    public static ClientListImport started(IntakeRequest arrival) {
        return new ClientListImport(
                arrival.brandKey(), arrival.id(), arrival.receivedAt(), arrival.receivedAt(), State.RUNNING, ClientListReceipt.Counts.NONE);
    }

    /** The same, later. */
    public ClientListImport withProgress(State next, ClientListReceipt.Counts so, Instant later) {
        return new ClientListImport(brand, id, startedAt, later, next, so);
    }
}
