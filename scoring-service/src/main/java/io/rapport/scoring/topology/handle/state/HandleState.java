package io.rapport.scoring.topology.handle.state;

import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.value.LedgerBundle;
import io.rapport.scoring.metrics.EngagementOutcome;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;
import org.jspecify.annotations.Nullable;

/**
 * A handle: whose it is, and what it holds.
 *
 * @param person id of the person it belongs to; null before its first assignment
 * @param staff whether it is the brand's own
 * @param version of the assignment, -1 before the first
 * @param count engagements in the ledger
 * @param holdings what goes with it wherever it goes
 */
public record HandleState(@Nullable String person, boolean staff, long version, long count, LedgerBundle holdings) {

    static final HandleState NEW = new HandleState(null, false, -1, 0, LedgerBundle.EMPTY);
    public static final BinarySerde<HandleState> SERDE = new BinarySerde<>(HandleState::toBytes, HandleState::of);

    /** What is kept of an erased handle, under its hash: no assignment is newer. */
    public static final HandleState ERASED = new HandleState(null, false, Long.MAX_VALUE, 0, LedgerBundle.EMPTY);

    private static final int VERSION = 1;

    /** The person whose scores the ledger is in; null when it is in nobody's. */
    @Nullable
    public String scoredPerson() {
        return staff ? null : person;
    }

    public boolean isErased() {
        return version == Long.MAX_VALUE;
    }

    /** How what is in the ledger is counted. */
    public EngagementOutcome outcome() {
        if (isErased()) {
            return EngagementOutcome.REJECTED;
        }
        return staff ? EngagementOutcome.STAFF : EngagementOutcome.SCORED;
    }

    /** One engagement more, and what it adds. */
    public HandleState plus(LedgerBundle gained) {
        return new HandleState(person, staff, version, count + 1, holdings.plus(gained));
    }

    /** With more known of engagements that are in it. */
    HandleState withLedgerChange(EngagementLedger change) {
        return new HandleState(person, staff, version, count, holdings.plus(LedgerBundle.of(change)));
    }

    public HandleState withAssignment(HandleAssigned assignment) {
        return new HandleState(
                assignment.person().toString(), assignment.staff(), assignment.version(), count, holdings);
    }

    private byte[] toBytes() {
        return new BinaryWriter(VERSION)
                .text(person)
                .flag(staff)
                .number(version)
                .number(count)
                .bytes(LedgerBundle.CODEC.encode(holdings))
                .toBytes();
    }

    private static HandleState of(byte[] bytes) {
        return BinaryReader.read(
                bytes,
                VERSION,
                in -> new HandleState(in.text(), in.bool(), in.int64(), in.int64(), LedgerBundle.CODEC.decode(in.bytes())));
    }
}
