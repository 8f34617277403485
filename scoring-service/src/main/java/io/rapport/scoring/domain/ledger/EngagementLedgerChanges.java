package io.rapport.scoring.domain.ledger;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;

/** What a ledger changes by when more becomes known of an engagement that is in it. Add them up in any order. */
public final class EngagementLedgerChanges {

    private static final long MOST_FOLLOWERS = 1_000_000_000;

    private EngagementLedgerChanges() {}

    /** Another polarity of one text of a day, in millionths; either may be {@link LedgerEntry#NOT_JUDGED}. */
    public static EngagementLedger polarityChange(int day, int from, int to) {
        var text = new LedgerEntry(day, Direction.INBOUND, EngagementKind.COMMENT, false, 0, LedgerEntry.NOT_JUDGED);
        return EngagementLedger.EMPTY.plus(text.withPolarity(to)).minus(text.withPolarity(from));
    }

    /** Another tone of the message that one share without words, of a day, passes on. */
    public static EngagementLedger sharedToneChange(int day, MessageTone from, MessageTone to) {
        return sharedToneChange(day, to).minus(sharedToneChange(day, from));
    }

    /**
     * What a handle's ledger changes by when an engagement tells how many follow the handle; nothing when it knows as
     * much from a later one.
     *
     * @param handle the handle's own ledger
     * @param day the engagement's
     * @param followers counted up to a thousand million
     * @param at epoch milliseconds of the engagement
     */
    public static EngagementLedger followerChange(EngagementLedger handle, int day, long followers, long at) {
        var cells = handle.cells();
        var told = Math.max(0, Math.min(followers, MOST_FOLLOWERS));
        for (int i = 0; i < cells.size(); i++) {
            if (cells.column(i) == EngagementColumns.FOLLOWERS_AT) {
                var known = cells.valueAt(cells.day(i), EngagementColumns.FOLLOWERS);
                var isNews = at > cells.value(i) || at == cells.value(i) && told > known;
                return isNews
                        ? followerChange(day, told, at).minus(followerChange(cells.day(i), known, cells.value(i)))
                        : EngagementLedger.EMPTY;
            }
        }
        return followerChange(day, told, at);
    }

    private static EngagementLedger followerChange(int day, long followers, long at) {
        var cells = new LedgerCells.Builder(2);
        cells.add(day, EngagementColumns.FOLLOWERS, followers);
        cells.add(day, EngagementColumns.FOLLOWERS_AT, at);
        return new EngagementLedger(cells.build());
    }

    private static EngagementLedger sharedToneChange(int day, MessageTone tone) {
        var cells = new LedgerCells.Builder(2);
        cells.add(day, EngagementColumns.SHARED_POSITIVE, tone == MessageTone.POSITIVE ? 1 : 0);
        cells.add(day, EngagementColumns.SHARED_NEGATIVE, tone == MessageTone.NEGATIVE ? 1 : 0);
        return new EngagementLedger(cells.build());
    }
}
