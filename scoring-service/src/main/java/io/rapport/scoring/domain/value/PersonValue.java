package io.rapport.scoring.domain.value;

/** One person's contribution to a brand's value: purchases and searches of their handles, and assisted sales. */
public final class PersonValue {

    private PersonValue() {}

    /**
     * Computes the difference of a person's contribution after a change of their ledgers. Only purchases affected by the
     * change are attributed again; people without value cost nothing.
     */
    public static ValueLedger change(LedgerBundle before, LedgerBundle after) {
        if (before.value().isEmpty() && after.value().isEmpty()) {
            return ValueLedger.EMPTY;
        }
        var value = after.value().minus(before.value());
        var days = new Span().including(value.days());
        days.including(after.ledger().minus(before.ledger()).cells().days());
        if (days.isEmpty()) {
            return value;
        }
        var last = days.last + AssistedSales.DAYS - 1;
        return value.plus(AssistedSales.of(after, days.first, last)).minus(AssistedSales.of(before, days.first, last));
    }

    /** Range from the first to the last of several days. */
    private static final class Span {

        private int first = Integer.MAX_VALUE;
        private int last = Integer.MIN_VALUE;

        Span including(int[] ascending) {
            if (ascending.length > 0) {
                first = Math.min(first, ascending[0]);
                last = Math.max(last, ascending[ascending.length - 1]);
            }
            return this;
        }

        boolean isEmpty() {
            return first > last;
        }
    }
}
