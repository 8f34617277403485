package io.rapport.scoring.domain.ledger;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;

/** What a ledger changes by when more becomes known of an engagement that is in it. Add them up in any order. */
public final class LedgerChanges {

    private static final long MOST_FOLLOWERS = 1_000_000_000;

    private LedgerChanges() {}

    /** Another polarity of one text of a day, in millionths; either may be {@link Entry#NOT_JUDGED}. */
    public static Ledger polarity(int day, int from, int to) {
        var text = new Entry(day, Direction.INBOUND, EngagementKind.COMMENT, false, 0, Entry.NOT_JUDGED);
        return Ledger.EMPTY.plus(text.withPolarity(to)).minus(text.withPolarity(from));
    }

    /** Another tone of the message that one share without words, of a day, passes on. */
    public static Ledger carried(int day, Tone from, Tone to) {
        return carried(day, to).minus(carried(day, from));
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
    public static Ledger followers(Ledger handle, int day, long followers, long at) {
        var cells = handle.cells();
        var told = Math.max(0, Math.min(followers, MOST_FOLLOWERS));
        for (int i = 0; i < cells.size(); i++) {
            if (cells.column(i) == LedgerColumns.FOLLOWERS_AT) {
                var known = cells.at(cells.day(i), LedgerColumns.FOLLOWERS);
                var isNews = at > cells.value(i) || at == cells.value(i) && told > known;
                return isNews
                        ? followers(day, told, at).minus(followers(cells.day(i), known, cells.value(i)))
                        : Ledger.EMPTY;
            }
        }
        return followers(day, told, at);
    }

    private static Ledger followers(int day, long followers, long at) {
        var cells = new Cells.Builder(2);
        cells.add(day, LedgerColumns.FOLLOWERS, followers);
        cells.add(day, LedgerColumns.FOLLOWERS_AT, at);
        return new Ledger(cells.build());
    }

    private static Ledger carried(int day, Tone tone) {
        var cells = new Cells.Builder(2);
        cells.add(day, LedgerColumns.CARRIED_POSITIVE, tone == Tone.POSITIVE ? 1 : 0);
        cells.add(day, LedgerColumns.CARRIED_NEGATIVE, tone == Tone.NEGATIVE ? 1 : 0);
        return new Ledger(cells.build());
    }
}
