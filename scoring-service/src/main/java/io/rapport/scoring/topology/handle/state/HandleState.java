package io.rapport.scoring.topology.handle.state;

import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.value.LedgerBundle;
import io.rapport.scoring.metrics.EngagementOutcome;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The state of a handle.
 *
 * @param person id of the assigned person; null before the first assignment
 * @param staff whether the handle belongs to the brand
 * @param version of the assignment, -1 before the first
 * @param count engagements in the ledger
 * @param holdings the ledgers that move with the handle
 * @param uncounted engagements by day without those that the ledger counts: rows of orders
 */
public record HandleState(
        @Nullable String person, boolean staff, long version, long count, LedgerBundle holdings, DayCounts uncounted) {

    /** A handle without engagements and assignment. */
    static final HandleState NEW = new HandleState(null, false, -1, 0, LedgerBundle.EMPTY, DayCounts.EMPTY);
    /** The stored form. */
    public static final BinarySerde<HandleState> SERDE = new BinarySerde<>(HandleState::toBytes, HandleState::of);

    /** The tombstone of an erased handle, stored under its hash; no assignment is newer. */
    public static final HandleState ERASED =
            new HandleState(null, false, Long.MAX_VALUE, 0, LedgerBundle.EMPTY, DayCounts.EMPTY);

    private static final int VERSION = 2;

    /** Returns the person whose scores include the ledger; null when there is none. */
    @Nullable
    public String scoredPerson() {
        return staff ? null : person;
    }

    /** Whether the handle was erased. */
    public boolean isErased() {
        return version == Long.MAX_VALUE;
    }

    /** How the engagements in the ledger are counted. */
    public EngagementOutcome outcome() {
        if (isErased()) {
            return EngagementOutcome.REJECTED;
        }
        return staff ? EngagementOutcome.STAFF : EngagementOutcome.SCORED;
    }

    /** Returns the number of engagements by epoch day. */
    public SortedMap<Integer, Long> countsByDay() {
        return DayCounts.of(holdings.ledger()).plus(uncounted).days();
    }

    /**
     * Adds an engagement.
     *
     * @param day epoch day of the engagement
     */
    public HandleState plus(int day, LedgerBundle gained) {
        var rest = uncounted.plus(DayCounts.of(day)).minus(DayCounts.of(gained.ledger()));
        return new HandleState(person, staff, version, count + 1, holdings.plus(gained), rest);
    }

    /**
     * Replaces an engagement, or takes it back. When none is left nothing of the ledgers is: neither is the number of followers.
     *
     * @param from epoch day of the engagement to take back; null if it was in no ledger
     * @param to epoch day of the engagement to add; null if it is in no ledger
     */
    public HandleState revised(@Nullable Integer from, @Nullable Integer to, LedgerBundle change) {
        var days = days(to).minus(days(from));
        var left = count + (to == null ? 0 : 1) - (from == null ? 0 : 1);
        return left == 0
                ? new HandleState(person, staff, version, 0, LedgerBundle.EMPTY, DayCounts.EMPTY)
                : new HandleState(
                        person,
                        staff,
                        version,
                        left,
                        holdings.plus(change),
                        uncounted.plus(days).minus(DayCounts.of(change.ledger())));
    }

    private static DayCounts days(@Nullable Integer day) {
        return day == null ? DayCounts.EMPTY : DayCounts.of(day);
    }

    /** Applies a change of counted engagements. */
    HandleState withLedgerChange(EngagementLedger change) {
        return withChange(LedgerBundle.of(change));
    }

    /** Applies a change that is no engagement. */
    public HandleState withChange(LedgerBundle change) {
        var rest = uncounted.minus(DayCounts.of(change.ledger()));
        return new HandleState(person, staff, version, count, holdings.plus(change), rest);
    }

    /** Returns the state after an assignment. */
    public HandleState withAssignment(HandleAssigned assignment) {
        return new HandleState(
                assignment.person().toString(), assignment.staff(), assignment.version(), count, holdings, uncounted);
    }

    private byte[] toBytes() {
        var out = new BinaryWriter(VERSION)
                .text(person)
                .flag(staff)
                .number(version)
                .number(count)
                .bytes(LedgerBundle.CODEC.encode(holdings));
        uncounted.write(out);
        return out.toBytes();
    }

    private static HandleState of(byte[] bytes) {
        return BinaryReader.read(
                bytes,
                VERSION,
                in -> new HandleState(
                        in.text(),
                        in.bool(),
                        in.int64(),
                        in.int64(),
                        LedgerBundle.CODEC.decode(in.bytes()),
                        in.version() == 1 ? DayCounts.EMPTY : DayCounts.read(in)));
    }
}
