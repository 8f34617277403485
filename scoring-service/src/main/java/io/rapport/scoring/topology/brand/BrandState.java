package io.rapport.scoring.topology.brand;

import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.topology.model.Target;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;
import io.rapport.scoring.topology.state.Days;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A brand, but for its ledger.
 *
 * @param registration null before it is read
 * @param calendar which day it is
 * @param tally what became of every engagement
 * @param parts how each partition's people are judged
 * @param told what subscribers know
 */
record BrandState(
        @Nullable Registration registration, Calendar calendar, Tally tally, Map<Integer, Part> parts, BrandTold told) {

    /** What of the registration tells the day. */
    record Registration(BrandClock clock, String timeZone, long version) {}

    /**
     * Which day it is.
     *
     * @param lastEvent latest epoch day anything happened on
     * @param day the brand's current day; {@link Days#NONE} before the first
     * @param turns how often it has turned
     */
    record Calendar(int lastEvent, int day, long turns) {

        Calendar turnedTo(int newDay) {
            return new Calendar(lastEvent, newDay, turns + 1);
        }
    }

    static final BrandState NEW =
            new BrandState(null, new Calendar(Days.NONE, Days.NONE, 0), Tally.EMPTY, Map.of(), BrandTold.NOTHING);
    static final BinarySerde<BrandState> SERDE = new BinarySerde<>(BrandState::toBytes, BrandState::of);

    private static final int VERSION = 3;

    BrandState registered(Registration anew) {
        return new BrandState(anew, calendar, tally, parts, told.pending(ChangeReason.ENGAGEMENT));
    }

    BrandState turned(Calendar anew) {
        return new BrandState(registration, anew, tally, parts, told.pending(ChangeReason.DAY_TURNED));
    }

    BrandState plus(AccountsChange change) {
        var seen = new Calendar(Math.max(calendar.lastEvent, change.lastDay()), calendar.day, calendar.turns);
        return new BrandState(
                registration, seen, tally.plus(change.tally()), parts, told.pending(ChangeReason.ENGAGEMENT));
    }

    BrandState plus(FiguresChange change) {
        var newParts = new TreeMap<>(parts);
        newParts.put(change.partition(), change.part());
        var anew = change.part().whole() ? told.pending(change.reason()) : told;
        return new BrandState(registration, calendar, tally, newParts, anew);
    }

    /** Something else to tell. */
    BrandState changed(ChangeReason reason) {
        return told(told.pending(reason));
    }

    BrandState told(BrandTold anew) {
        return new BrandState(registration, calendar, tally, parts, anew);
    }

    /**
     * What everyone is judged by; null while they are not of one day and one model.
     *
     * @param active version of the model a brand without people is told to have
     */
    @Nullable
    Target agreed(String active) {
        var targets = parts.values().stream().map(Part::target).distinct().toList();
        if (targets.isEmpty()) {
            return new Target(calendar.day, active);
        }
        var isWhole = parts.values().stream().allMatch(Part::whole);
        return isWhole && targets.size() == 1 ? targets.get(0) : null;
    }

    private byte[] toBytes() {
        var out = new BinaryWriter(VERSION);
        write(registration, out);
        out.number(calendar.lastEvent).number(calendar.day).number(calendar.turns);
        tally.write(out);
        out.number(parts.size());
        parts.forEach((partition, part) -> part.write(out.number(partition.intValue())));
        told.write(out);
        return out.toBytes();
    }

    private static BrandState of(byte[] bytes) {
        return BinaryReader.read(
                bytes,
                VERSION,
                in -> new BrandState(
                        readRegistration(in),
                        new Calendar(in.integer(), in.integer(), in.whole()),
                        Tally.read(in),
                        readParts(in),
                        BrandTold.read(in)));
    }

    private static void write(@Nullable Registration registration, BinaryWriter out) {
        out.flag(registration != null);
        if (registration != null) {
            out.constant(registration.clock).text(registration.timeZone).number(registration.version);
        }
    }

    private static @Nullable Registration readRegistration(BinaryReader in) {
        return in.isSet()
                ? new Registration(in.constant(BrandClock.class), String.valueOf(in.text()), in.whole())
                : null;
    }

    private static Map<Integer, Part> readParts(BinaryReader in) {
        var parts = new TreeMap<Integer, Part>();
        for (var left = in.integer(); left > 0; left--) {
            parts.put(in.integer(), Part.read(in));
        }
        return parts;
    }
}
