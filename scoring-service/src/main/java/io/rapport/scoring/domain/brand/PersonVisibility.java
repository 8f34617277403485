package io.rapport.scoring.domain.brand;

import io.rapport.scoring.domain.ledger.EngagementColumns;
import io.rapport.scoring.domain.ledger.LedgerCells;
import io.rapport.scoring.domain.ledger.RollingWindows;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Inbound engagements of a person in each rolling window and in the window before it. */
public final class PersonVisibility {

    private final long[] inbound = new long[RollingWindows.COUNT];
    private final long[] inboundBefore = new long[RollingWindows.COUNT];
    private final int asOf;
    private final @Nullable LocalDate firstSeen;

    /**
     * Counts the engagements up to a day.
     *
     * @param asOf epoch day
     * @param firstSeen day of the first inbound engagement up to {@code asOf}; null if there was none
     */
    public PersonVisibility(LedgerCells ledger, int asOf, @Nullable LocalDate firstSeen) {
        this.asOf = asOf;
        this.firstSeen = firstSeen;
        var end = ledger.firstIndex(asOf + 1);
        for (int i = ledger.firstIndex(asOf - BrandLedger.DAYS_KEPT + 1); i < end; i++) {
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
        var isNew = firstSeen != null && firstSeen.toEpochDay() > asOf - RollingWindows.days(window);
        return isNew ? SeenStatus.NEW : SeenStatus.REVIVED;
    }

    /** Number of inbound engagements in a window. */
    long inbound(int window) {
        return inbound[window];
    }

    private void add(int age, long count) {
        for (int w = 0; w < RollingWindows.COUNT; w++) {
            if (age < RollingWindows.days(w)) {
                inbound[w] += count;
            } else if (age < 2 * RollingWindows.days(w)) {
                inboundBefore[w] += count;
            }
        }
    }
}
