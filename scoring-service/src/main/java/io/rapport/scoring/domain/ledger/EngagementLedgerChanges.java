package io.rapport.scoring.domain.ledger;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;

/** Differences to add to a ledger when later data about a counted engagement arrives, in any order. */
public final class EngagementLedgerChanges {

    private static final long MAX_FOLLOWERS = 1_000_000_000;

    private EngagementLedgerChanges() {}

    /** Replaces the polarity of one text of a day, in millionths; either may be {@link LedgerEntry#NOT_JUDGED}. */
    public static EngagementLedger polarityChange(int day, int from, int to) {
        var text = new LedgerEntry(day, Direction.INBOUND, EngagementKind.COMMENT, false, 0, LedgerEntry.NOT_JUDGED);
        return EngagementLedger.EMPTY.plus(text.withPolarity(to)).minus(text.withPolarity(from));
    }

    /** Replaces the tone of the message that one share without text passes on. */
    public static EngagementLedger sharedToneChange(int day, MessageTone from, MessageTone to) {
        return sharedTone(day, to).minus(sharedTone(day, from));
    }

    /** One purchase on a day. */
    public static EngagementLedger purchase(int day) {
        return cell(day, EngagementColumns.column(EngagementColumns.INBOUND, EngagementKind.PURCHASE));
    }

    /** One purchase on a day that refunds have taken back. */
    public static EngagementLedger reversedPurchase(int day) {
        return cell(day, EngagementColumns.REVERSED_PURCHASES);
    }

    /**
     * Replaces a handle's follower count by the count an engagement reports; empty if the ledger holds a count from a
     * later engagement.
     *
     * @param handle the handle's own ledger
     * @param day epoch day of the engagement
     * @param followers capped at 1 000 000 000
     * @param at epoch milliseconds of the engagement
     */
    public static EngagementLedger followerChange(EngagementLedger handle, int day, long followers, long at) {
        var cells = handle.cells();
        var reported = Math.max(0, Math.min(followers, MAX_FOLLOWERS));
        for (int i = 0; i < cells.size(); i++) {
            if (cells.column(i) == EngagementColumns.FOLLOWERS_AT) {
                var known = cells.valueAt(cells.day(i), EngagementColumns.FOLLOWERS);
                var isNewer = at > cells.value(i) || at == cells.value(i) && reported > known;
                return isNewer
                        ? followers(day, reported, at).minus(followers(cells.day(i), known, cells.value(i)))
                        : EngagementLedger.EMPTY;
            }
        }
        return followers(day, reported, at);
    }

    private static EngagementLedger cell(int day, int column) {
        var cells = new LedgerCells.Builder(1);
        cells.add(day, column, 1);
        return new EngagementLedger(cells.build());
    }

    private static EngagementLedger followers(int day, long followers, long at) {
        var cells = new LedgerCells.Builder(2);
        cells.add(day, EngagementColumns.FOLLOWERS, followers);
        cells.add(day, EngagementColumns.FOLLOWERS_AT, at);
        return new EngagementLedger(cells.build());
    }

    private static EngagementLedger sharedTone(int day, MessageTone tone) {
        var cells = new LedgerCells.Builder(2);
        cells.add(day, EngagementColumns.SHARED_POSITIVE, tone == MessageTone.POSITIVE ? 1 : 0);
        cells.add(day, EngagementColumns.SHARED_NEGATIVE, tone == MessageTone.NEGATIVE ? 1 : 0);
        return new EngagementLedger(cells.build());
    }
}
