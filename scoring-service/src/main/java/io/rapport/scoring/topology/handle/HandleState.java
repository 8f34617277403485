package io.rapport.scoring.topology.handle;

import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.value.LedgerBundle;
import io.rapport.scoring.domain.value.LedgerBundleCodec;
import io.rapport.scoring.metrics.Outcome;
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
record HandleState(@Nullable String person, boolean staff, long version, long count, LedgerBundle holdings) {

    static final HandleState NEW = new HandleState(null, false, -1, 0, LedgerBundle.EMPTY);
    static final BinarySerde<HandleState> SERDE = new BinarySerde<>(HandleState::toBytes, HandleState::of);

    /** What is kept of an erased handle, under its hash: no assignment is newer. */
    static final HandleState ERASED = new HandleState(null, false, Long.MAX_VALUE, 0, LedgerBundle.EMPTY);

    private static final int VERSION = 1;

    /** The person whose scores the ledger is in; null when it is in nobody's. */
    @Nullable
    String scoresFor() {
        return staff ? null : person;
    }

    boolean isErased() {
        return version == Long.MAX_VALUE;
    }

    /** How what is in the ledger is counted. */
    Outcome outcome() {
        if (isErased()) {
            return Outcome.REJECTED;
        }
        return staff ? Outcome.STAFF : Outcome.SCORED;
    }

    /** One engagement more, and what it adds. */
    HandleState plus(LedgerBundle gained) {
        return new HandleState(person, staff, version, count + 1, holdings.plus(gained));
    }

    /** With more known of engagements that are in it. */
    HandleState changed(EngagementLedger change) {
        return new HandleState(person, staff, version, count, holdings.plus(LedgerBundle.of(change)));
    }

    HandleState assigned(HandleAssigned assignment) {
        return new HandleState(
                assignment.person().toString(), assignment.staff(), assignment.version(), count, holdings);
    }

    private byte[] toBytes() {
        return new BinaryWriter(VERSION)
                .text(person)
                .flag(staff)
                .number(version)
                .number(count)
                .bytes(LedgerBundleCodec.encode(holdings))
                .toBytes();
    }

    private static HandleState of(byte[] bytes) {
        return BinaryReader.read(
                bytes,
                VERSION,
                in -> new HandleState(in.text(), in.isSet(), in.whole(), in.whole(), LedgerBundleCodec.decode(in.bytes())));
    }
}
