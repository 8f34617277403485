package io.rapport.scoring.domain.value;

/** What one person contributes to a brand's value: what their handles brought, and the credit for what led there. */
public final class PersonValue {

    private PersonValue() {}

    /**
     * What the brand gets more when a person holds something else than before: the new contribution without the old one.
     * Purchases that nothing changed for are not looked at, and of people who never brought any value nothing is.
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

    /** From the first to the last of some days. */
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
