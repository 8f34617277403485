package io.rapport.scoring.domain.day;

import io.rapport.scoring.domain.ledger.EngagementColumns;
import io.rapport.scoring.domain.service.OpenConversations;
import io.rapport.scoring.domain.value.LedgerBundle;
import java.time.Duration;

/** Decides whether a change of a person's ledgers changes figures of days before the current one. */
public final class HistoryChange {

    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
    /** The latest begin of a day in any time zone, after its begin in UTC. */
    private static final long LATEST_BEGIN = Duration.ofHours(12).toMillis();

    private HistoryChange() {}

    /**
     * Whether an earlier day changes. Conversations opened within half a day of the current day's begin count as earlier.
     *
     * @param day the current epoch day
     */
    public static boolean isBefore(int day, LedgerBundle before, LedgerBundle after) {
        return isBefore(day, after.open().minus(before.open())) || hasEarlierCell(day, before, after);
    }

    private static boolean isBefore(int day, OpenConversations change) {
        return !change.isEmpty() && change.openedAt().firstKey() < day * DAY_MILLIS + LATEST_BEGIN;
    }

    /** Followers count on every day, whatever the day of their report. */
    private static boolean hasEarlierCell(int day, LedgerBundle before, LedgerBundle after) {
        var change = after.ledger().cells().minus(before.ledger().cells());
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
