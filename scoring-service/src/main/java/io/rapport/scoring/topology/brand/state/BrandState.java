package io.rapport.scoring.topology.brand.state;

import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.topology.model.ScoringTarget;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;
import io.rapport.scoring.topology.state.EpochDays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The state of a brand, without its ledger.
 *
 * @param registration null before it was read
 * @param calendar the day of the brand
 * @param outcomes counts of all engagements
 * @param parts the scoring progress of each partition
 * @param publication what was published
 */
public record BrandState(
        @Nullable RegisteredClock registration,
        BrandCalendar calendar,
        OutcomeCounts outcomes,
        Map<Integer, PartitionProgress> parts,
        BrandPublicationState publication) {

    /** The part of the registration that determines the day. */
    public record RegisteredClock(BrandClock clock, String timeZone, long version) {}

    static final BrandState NEW =
            new BrandState(null, BrandCalendar.NEW, OutcomeCounts.EMPTY, Map.of(), BrandPublicationState.EMPTY);
    public static final BinarySerde<BrandState> SERDE = new BinarySerde<>(BrandState::toBytes, BrandState::of);

    private static final int VERSION = 4;

    public BrandState withRegistration(RegisteredClock newRegistration) {
        return new BrandState(
                newRegistration, calendar, outcomes, parts, publication.withPending(ChangeReason.ENGAGEMENT));
    }

    /** Returns the state with another calendar of the same current day. */
    BrandState withCalendar(BrandCalendar newCalendar) {
        return new BrandState(registration, newCalendar, outcomes, parts, publication);
    }

    /** Returns the state on another current day. */
    public BrandState withTurn(BrandCalendar newCalendar) {
        return new BrandState(
                registration, newCalendar, outcomes, parts, publication.withPending(ChangeReason.DAY_TURNED));
    }

    public BrandState plus(BrandAccountsChange change) {
        return new BrandState(
                registration,
                calendar,
                outcomes.plus(change.outcomes()),
                parts,
                publication.withPending(ChangeReason.ENGAGEMENT));
    }

    public BrandState plus(BrandFiguresChange change) {
        var newParts = new TreeMap<>(parts);
        newParts.put(change.partition(), change.part());
        var newPublication = change.part().whole() ? publication.withPending(change.reason()) : publication;
        return new BrandState(registration, calendar, outcomes, newParts, newPublication);
    }

    /** Marks the state as changed. */
    public BrandState withPendingChange(ChangeReason reason) {
        return withPublication(publication.withPending(reason));
    }

    /** Returns the state after a publication. A brand that follows the wall clock drops the sums that no later day needs. */
    public BrandState withPublication(BrandPublicationState newPublication) {
        var newCalendar = hasEventClock() ? calendar : calendar.withFloor(newPublication.asOf());
        return new BrandState(registration, newCalendar, outcomes, parts, newPublication);
    }

    /** Whether the day of the brand follows its engagements. */
    public boolean hasEventClock() {
        return registration != null && registration.clock == BrandClock.EVENT;
    }

    /** Returns the day before which nothing is read any more, since no figure of it can be asked for; none with an event clock. */
    public int droppedBefore() {
        return hasEventClock() ? EpochDays.NONE : publication.asOf();
    }

    /**
     * Returns the common scoring target of all partitions; null while they differ or are incomplete.
     *
     * @param active version of the model for a brand without people
     */
    @Nullable
    public ScoringTarget agreedTarget(String active) {
        var targets = parts.values().stream()
                .map(PartitionProgress::target)
                .distinct()
                .toList();
        if (targets.isEmpty()) {
            return new ScoringTarget(calendar.day(), active);
        }
        var isWhole = parts.values().stream().allMatch(PartitionProgress::whole);
        return isWhole && targets.size() == 1 ? targets.get(0) : null;
    }

    private byte[] toBytes() {
        var out = new BinaryWriter(VERSION);
        write(registration, out);
        calendar.write(out);
        outcomes.write(out);
        out.number(parts.size());
        parts.forEach((partition, part) -> part.write(out.number(partition.intValue())));
        publication.write(out);
        return out.toBytes();
    }

    private static BrandState of(byte[] bytes) {
        return BinaryReader.read(
                bytes,
                VERSION,
                in -> new BrandState(
                        readRegistration(in),
                        BrandCalendar.read(in),
                        OutcomeCounts.read(in),
                        readParts(in),
                        BrandPublicationState.read(in)));
    }

    private static void write(@Nullable RegisteredClock registration, BinaryWriter out) {
        out.flag(registration != null);
        if (registration != null) {
            out.constant(registration.clock).text(registration.timeZone).number(registration.version);
        }
    }

    private static @Nullable RegisteredClock readRegistration(BinaryReader in) {
        return in.bool()
                ? new RegisteredClock(in.constant(BrandClock.class), String.valueOf(in.text()), in.int64())
                : null;
    }

    private static Map<Integer, PartitionProgress> readParts(BinaryReader in) {
        var parts = new TreeMap<Integer, PartitionProgress>();
        for (var left = in.int32(); left > 0; left--) {
            parts.put(in.int32(), PartitionProgress.read(in));
        }
        return parts;
    }
}
