package io.rapport.ingest.domain;

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
public record ListImport(
        BrandKey brand, UUID id, Instant startedAt, Instant at, State state, ListReceipt.Counts counts) {

    /** Where it stands. */
    public enum State {
        RUNNING,
        DONE,
        BROKEN_OFF
    }

    /** One that begins now. */
    public static ListImport begun(Arrival arrival) {
        return new ListImport(
                arrival.key(), arrival.request(), arrival.at(), arrival.at(), State.RUNNING, ListReceipt.Counts.NONE);
    }

    /** The same, later. */
    public ListImport now(State next, ListReceipt.Counts so, Instant later) {
        return new ListImport(brand, id, startedAt, later, next, so);
    }
}
