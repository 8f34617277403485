package io.rapport.scoring.domain.spread;

import io.rapport.scoring.domain.brand.BrandColumns;
import io.rapport.scoring.domain.ledger.LedgerCells;
import io.rapport.scoring.domain.ledger.MessageTone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a brand's cascades add up to, by the day of the parent message: parents and their children of the same tone, and
 * how long the first and the fifth took. Immutable, in whole numbers, and a commutative group, as all ledgers are.
 */
public final class SpreadLedger {

    /** Nothing. */
    public static final SpreadLedger EMPTY =
            new SpreadLedger(List.of(LedgerCells.EMPTY, LedgerCells.EMPTY, LedgerCells.EMPTY, LedgerCells.EMPTY, LedgerCells.EMPTY));
    /** How many days, the current one included, figures look back. */
    public static final int DAYS_KEPT = 93;

    /** Columns of the totals, each by tone. The numbers are part of the stored form. */
    static final int PARENTS = 0;

    static final int CHILDREN = 2;
    static final int ROOT_ONLY = 4;
    static final int TOTALS_COUNT = 6;
    /** Parts that count classes of durations, each by tone; the totals are the part before them. */
    static final int TO_FIRST = 1;

    static final int TO_FIFTH = 3;
    static final int PARTS = 5;
    private static final int TOTALS = 0;

    private final List<LedgerCells> parts;

    SpreadLedger(List<LedgerCells> parts) {
        this.parts = parts;
    }

    /** What one message adds as a parent; nothing when it has no tone. */
    public static SpreadLedger of(ParentMessage parent) {
        if (parent.tone() == MessageTone.NONE) {
            return EMPTY;
        }
        var day = parent.day();
        var totals = new LedgerCells.Builder(TOTALS_COUNT);
        totals.add(day, BrandColumns.toneColumn(PARENTS, parent.tone()), 1);
        totals.add(day, BrandColumns.toneColumn(CHILDREN, parent.tone()), parent.children());
        totals.add(day, BrandColumns.toneColumn(ROOT_ONLY, parent.tone()), parent.rootOnly() ? 1 : 0);
        var parts = new ArrayList<>(EMPTY.parts);
        parts.set(TOTALS, totals.build());
        parts.set(BrandColumns.toneColumn(TO_FIRST, parent.tone()), duration(day, parent.millisToFirst()));
        parts.set(BrandColumns.toneColumn(TO_FIFTH, parent.tone()), duration(day, parent.millisToFifth()));
        return new SpreadLedger(List.copyOf(parts));
    }

    /** Both together. */
    public SpreadLedger plus(SpreadLedger other) {
        var sums = new ArrayList<LedgerCells>(PARTS);
        for (int i = 0; i < PARTS; i++) {
            sums.add(parts.get(i).plus(other.parts.get(i)));
        }
        return new SpreadLedger(List.copyOf(sums));
    }

    /** This without the other. */
    public SpreadLedger minus(SpreadLedger other) {
        var rest = new ArrayList<LedgerCells>(PARTS);
        for (int i = 0; i < PARTS; i++) {
            rest.add(parts.get(i).minus(other.parts.get(i)));
        }
        return new SpreadLedger(List.copyOf(rest));
    }

    /** This without the days that no figure of {@code asOf} or later looks at. */
    public SpreadLedger trimmed(int asOf) {
        return new SpreadLedger(
                parts.stream().map(part -> part.fromDay(asOf - DAYS_KEPT + 1)).toList());
    }

    /** The part of it on one day; a store may keep days apart. */
    public SpreadLedger ofDay(int day) {
        return new SpreadLedger(parts.stream().map(part -> part.ofDay(day)).toList());
    }

    /** The epoch days it has anything on, ascending. */
    public int[] days() {
        return parts.stream()
                .flatMapToInt(part -> Arrays.stream(part.days()))
                .sorted()
                .distinct()
                .toArray();
    }

    /** Whether nothing is in it. */
    public boolean isEmpty() {
        return parts.stream().allMatch(LedgerCells::isEmpty);
    }

    LedgerCells totals() {
        return parts.get(TOTALS);
    }

    LedgerCells durations(int part, MessageTone tone) {
        return parts.get(BrandColumns.toneColumn(part, tone));
    }

    List<LedgerCells> parts() {
        return parts;
    }

    private static LedgerCells duration(int day, long millis) {
        var cells = new LedgerCells.Builder(1);
        cells.add(day, DurationHistogram.classOf(millis), millis == ParentMessage.NEVER ? 0 : 1);
        return cells.build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SpreadLedger that && parts.equals(that.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    @Override
    public String toString() {
        return "SpreadLedger" + parts;
    }
}
