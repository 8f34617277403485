package io.rapport.scoring.domain.value;

import io.rapport.scoring.domain.ledger.Ledger;
import io.rapport.scoring.domain.service.OpenConversations;

/**
 * Everything of a handle that counts for the person it belongs to; of a person, the sum over their handles. Immutable,
 * and a commutative group: it moves whole when a handle changes hands, with a minus there and a plus here.
 *
 * @param ledger what scores are computed from
 * @param value purchases and visits after a search
 * @param open conversations that wait for an answer
 */
public record Holdings(Ledger ledger, ValueLedger value, OpenConversations open) {

    /** Nothing. */
    public static final Holdings EMPTY = new Holdings(Ledger.EMPTY, ValueLedger.EMPTY, OpenConversations.EMPTY);

    /** A ledger and nothing else. */
    public static Holdings of(Ledger ledger) {
        return new Holdings(ledger, ValueLedger.EMPTY, OpenConversations.EMPTY);
    }

    /** Both together. */
    public Holdings plus(Holdings other) {
        return new Holdings(ledger.plus(other.ledger), value.plus(other.value), open.plus(other.open));
    }

    /** These without the others. */
    public Holdings minus(Holdings other) {
        return new Holdings(ledger.minus(other.ledger), value.minus(other.value), open.minus(other.open));
    }

    /** Whether nothing is left. */
    public boolean isEmpty() {
        return ledger.isEmpty() && value.isEmpty() && open.isEmpty();
    }
}
