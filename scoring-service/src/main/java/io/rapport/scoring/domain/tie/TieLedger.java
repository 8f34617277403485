package io.rapport.scoring.domain.tie;

import io.rapport.contracts.tie.TieDay;
import io.rapport.contracts.tie.TieDayBuilder;
import io.rapport.scoring.domain.ledger.LedgerCells;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The contacts between two people, or between two of their handles, by day and {@link TieSort}. Addition and subtraction are
 * exact, so that the contacts of a handle can move with it.
 */
public record TieLedger(LedgerCells cells) {

    /** No contact. */
    public static final TieLedger EMPTY = new TieLedger(LedgerCells.EMPTY);

    /** Returns contacts of one sort and day. */
    public static TieLedger of(TieSort sort, int day, long count) {
        var cells = new LedgerCells.Builder(1);
        cells.add(day, sort.code(), count);
        return new TieLedger(cells.build());
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return cells.isEmpty();
    }

    /** Adds contacts. */
    public TieLedger plus(TieLedger other) {
        return new TieLedger(cells.plus(other.cells));
    }

    /** Subtracts contacts. */
    public TieLedger minus(TieLedger other) {
        return new TieLedger(cells.minus(other.cells));
    }

    /** The contacts of which there are more than none. */
    public TieLedger positive() {
        return new TieLedger(cells.filter((day, column) -> cells.valueAt(day, column) > 0));
    }

    /** The same contacts from the view of the other. */
    public TieLedger reversed() {
        var reversed = EMPTY;
        for (int i = 0; i < cells.size(); i++) {
            var sort = TieSort.of(cells.column(i)).reversed();
            reversed = reversed.plus(of(sort, cells.day(i), cells.value(i)));
        }
        return reversed;
    }

    /** First epoch day with a contact. */
    public int firstDay() {
        return cells.day(0);
    }

    /** Last epoch day with a contact. */
    public int lastDay() {
        return cells.day(cells.size() - 1);
    }

    /** The weight on the last day. */
    public double weight() {
        return TieDay.weight(days(cells.size()), LocalDate.ofEpochDay(lastDay()));
    }

    /**
     * The contacts of each day with any, ascending.
     *
     * @param most the latest days are kept
     */
    public List<TieDay> days(int most) {
        var days = new ArrayList<TieDay>();
        for (int i = cells.size(); i > 0 && days.size() < most; ) {
            var day = cells.day(i - 1);
            var contacts = TieDayBuilder.builder().day(LocalDate.ofEpochDay(day));
            for (; i > 0 && cells.day(i - 1) == day; i--) {
                add(contacts, TieSort.of(cells.column(i - 1)), cells.value(i - 1));
            }
            days.add(contacts.build());
        }
        Collections.reverse(days);
        return days;
    }

    private static void add(TieDayBuilder contacts, TieSort sort, long count) {
        switch (sort) {
            case MESSAGE -> contacts.messages(count);
            case MENTION -> contacts.mentions(count);
            case EVENT -> contacts.events(count);
            case REFERRAL -> contacts.referrals(count);
            case REFERRED_BY -> contacts.referredBy(count);
        }
    }

    /** The contacts of each sort, of all days. */
    public Map<TieSort, Long> totals() {
        var totals = new TreeMap<TieSort, Long>();
        for (int i = 0; i < cells.size(); i++) {
            totals.merge(TieSort.of(cells.column(i)), cells.value(i), Long::sum);
        }
        return totals;
    }
}
