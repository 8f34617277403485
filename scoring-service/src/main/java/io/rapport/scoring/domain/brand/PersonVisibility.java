package io.rapport.scoring.domain.brand;

import io.rapport.scoring.domain.ledger.EngagementColumns;
import io.rapport.scoring.domain.ledger.FigureWindows;
import io.rapport.scoring.domain.ledger.LedgerCells;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Inbound engagements of a person in each window and in the window before it. */
public final class PersonVisibility {

    private final FigureWindows windows;
    private final long[] inbound;
    private final long[] inboundBefore;
    private final int asOf;
    private final @Nullable LocalDate firstSeen;

    /**
     * Counts the engagements up to a day.
     *
     * @param asOf epoch day
     * @param firstSeen day of the first inbound engagement up to {@code asOf}; null if there was none
     */
    public PersonVisibility(LedgerCells ledger, int asOf, @Nullable LocalDate firstSeen) {
        this(ledger, asOf, firstSeen, FigureWindows.ROLLING);
    }

    /** Counts the engagements up to a day, in other windows than the rolling ones. */
    public PersonVisibility(LedgerCells ledger, int asOf, @Nullable LocalDate firstSeen, FigureWindows windows) {
        this.windows = windows;
        this.inbound = new long[windows.count()];
        this.inboundBefore = new long[windows.count()];
        this.asOf = asOf;
        this.firstSeen = firstSeen;
        var end = ledger.firstIndex(asOf + 1);
        for (int i = ledger.firstIndex(asOf - windows.longestWithBefore() + 1); i < end; i++) {
            if (EngagementColumns.block(ledger.column(i)) == EngagementColumns.INBOUND) {
                add(asOf - ledger.day(i), Math.max(0, ledger.value(i)));
            }
        }
    }

    /** Whether the person was seen in a window, given by its index. */
    public boolean isSeen(int window) {
        return inbound[window] > 0;
    }

    /** Activity in a window; null if the person was seen neither in it nor in the one before. */
    public @Nullable SeenStatus status(int window) {
        var seenBefore = inboundBefore[window] > 0;
        if (!isSeen(window)) {
            return seenBefore ? SeenStatus.LAPSED : null;
        }
        if (seenBefore) {
            return SeenStatus.RETURNING;
        }
        var isNew = firstSeen != null && firstSeen.toEpochDay() > asOf - windows.days(window);
        return isNew ? SeenStatus.NEW : SeenStatus.REVIVED;
    }

    /** Number of inbound engagements in a window. */
    long inbound(int window) {
        return inbound[window];
    }

    private void add(int age, long count) {
        for (int w = 0; w < windows.count(); w++) {
            if (age < windows.days(w)) {
                inbound[w] += count;
            } else if (age < windows.days(w) + windows.daysBefore(w)) {
                inboundBefore[w] += count;
            }
        }
    }
}
