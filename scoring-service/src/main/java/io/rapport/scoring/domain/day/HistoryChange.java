package io.rapport.scoring.domain.day;

import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.ledger.EngagementColumns;
import io.rapport.scoring.domain.ledger.LedgerCells;
import io.rapport.scoring.domain.service.OpenConversations;
import io.rapport.scoring.domain.value.LedgerBundle;
import java.time.Duration;

/** Counts the changes of a person's ledgers that change figures of days before the current one. */
public final class HistoryChange {

    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
    /** The latest begin of a day in any time zone, after its begin in UTC. */
    private static final long LATEST_BEGIN = Duration.ofHours(12).toMillis();

    private HistoryChange() {}

    /**
     * The counted change, by the first day that changed; empty if no earlier day did. Conversations opened within half a day of
     * the current day's begin count as earlier.
     *
     * @param day the current epoch day
     */
    public static BrandLedger between(int day, LedgerBundle before, LedgerBundle after) {
        var cells = after.ledger().cells().minus(before.ledger().cells());
        var opened = firstDay(day, after.open().minus(before.open()));
        var first = Math.min(opened, cells.isEmpty() ? day : cells.day(0));
        if (opened >= day && !isHistory(day, cells)) {
            return BrandLedger.EMPTY;
        }
        return first < day ? BrandLedger.ofHistoryChange(first) : BrandLedger.ofHistoryChange();
    }

    /** The earliest day, in any time zone, of a conversation before the current day; the current day without one. */
    private static int firstDay(int day, OpenConversations change) {
        if (change.isEmpty() || change.openedAt().firstKey() >= day * DAY_MILLIS + LATEST_BEGIN) {
            return day;
        }
        var opened = Math.floorDiv(change.openedAt().firstKey(), DAY_MILLIS);
        return (int) Math.max(0, Math.min(day, opened) - 1);
    }

    /** Followers count on every day, whatever the day of their report. */
    private static boolean isHistory(int day, LedgerCells change) {
        long followers = 0;
        for (int i = 0; i < change.size(); i++) {
            if (change.column(i) == EngagementColumns.FOLLOWERS) {
                followers += change.value(i);
            } else if (change.column(i) != EngagementColumns.FOLLOWERS_AT && change.day(i) < day) {
                return true;
            }
        }
        return followers != 0;
    }
}
