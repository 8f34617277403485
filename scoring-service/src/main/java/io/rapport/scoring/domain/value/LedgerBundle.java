package io.rapport.scoring.domain.value;

import io.rapport.scoring.domain.binary.BinaryCodec;
import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.ledger.EngagementLedgerChanges;
import io.rapport.scoring.domain.ledger.Ledger;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.domain.service.OpenConversations;

/**
 * All ledgers of a handle that count for its person; for a person, the sum over the person's handles. When a handle is
 * reassigned, the bundle is subtracted from the old person and added to the new one.
 *
 * @param ledger engagements
 * @param value purchases and visits after a search
 * @param open conversations that wait for an answer
 */
public record LedgerBundle(EngagementLedger ledger, ValueLedger value, OpenConversations open)
        implements Ledger<LedgerBundle> {

    /** The bundle of empty ledgers. */
    public static final LedgerBundle EMPTY =
            new LedgerBundle(EngagementLedger.EMPTY, ValueLedger.EMPTY, OpenConversations.EMPTY);

    /** Binary form: each ledger after the other. Version 1, an engagement ledger alone, is read too. */
    public static final BinaryCodec<LedgerBundle> CODEC = new BinaryCodec<LedgerBundle>(
                    "ledger bundle",
                    2,
                    (bundle, out) -> {
                        EngagementLedger.CODEC.write(bundle.ledger, out);
                        ValueLedger.CODEC.write(bundle.value, out);
                        bundle.open.write(out);
                    },
                    in -> new LedgerBundle(
                            EngagementLedger.CODEC.read(in), ValueLedger.CODEC.read(in), OpenConversations.read(in)))
            .reading(1, in -> of(EngagementLedger.CODEC.read(in)));

    /** A bundle with an engagement ledger only. */
    public static LedgerBundle of(EngagementLedger ledger) {
        return new LedgerBundle(ledger, ValueLedger.EMPTY, OpenConversations.EMPTY);
    }

    /** A bundle with open conversations only. */
    public static LedgerBundle of(OpenConversations open) {
        return new LedgerBundle(EngagementLedger.EMPTY, ValueLedger.EMPTY, open);
    }

    /**
     * What one engagement adds, except its part in an {@link OrderLedger} and in conversations.
     *
     * @param visits its value other than purchases
     * @param isRow whether it is a row of an order
     */
    public static LedgerBundle of(LedgerEntry entry, ValueLedger visits, boolean isRow) {
        var ledger = isRow
                ? EngagementLedgerChanges.polarityChange(entry.day(), LedgerEntry.NOT_JUDGED, entry.polarity())
                : EngagementLedger.EMPTY.plus(entry);
        return new LedgerBundle(ledger, visits, OpenConversations.EMPTY);
    }

    @Override
    public LedgerBundle plus(LedgerBundle other) {
        return new LedgerBundle(ledger.plus(other.ledger), value.plus(other.value), open.plus(other.open));
    }

    @Override
    public LedgerBundle minus(LedgerBundle other) {
        return new LedgerBundle(ledger.minus(other.ledger), value.minus(other.value), open.minus(other.open));
    }

    @Override
    public boolean isEmpty() {
        return ledger.isEmpty() && value.isEmpty() && open.isEmpty();
    }
}
