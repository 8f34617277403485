package io.rapport.scoring.domain.value;

import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.service.OpenConversations;

/**
 * Everything of a handle that counts for the person it belongs to; of a person, the sum over their handles. Immutable,
 * and a commutative group: it moves whole when a handle changes hands, with a minus there and a plus here.
 *
 * @param ledger what scores are computed from
 * @param value purchases and visits after a search
 * @param open conversations that wait for an answer
 */
public record LedgerBundle(EngagementLedger ledger, ValueLedger value, OpenConversations open) {

    /** Nothing. */
    public static final LedgerBundle EMPTY = new LedgerBundle(EngagementLedger.EMPTY, ValueLedger.EMPTY, OpenConversations.EMPTY);

    /** A ledger and nothing else. */
    public static LedgerBundle of(EngagementLedger ledger) {
        return new LedgerBundle(ledger, ValueLedger.EMPTY, OpenConversations.EMPTY);
    }

    /** Both together. */
    public LedgerBundle plus(LedgerBundle other) {
        return new LedgerBundle(ledger.plus(other.ledger), value.plus(other.value), open.plus(other.open));
    }

    /** These without the others. */
    public LedgerBundle minus(LedgerBundle other) {
        return new LedgerBundle(ledger.minus(other.ledger), value.minus(other.value), open.minus(other.open));
    }

    /** Whether nothing is left. */
    public boolean isEmpty() {
        return ledger.isEmpty() && value.isEmpty() && open.isEmpty();
    }
}
