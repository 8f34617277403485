package io.rapport.scoring.domain.value;

import io.rapport.scoring.domain.ledger.EngagementLedgerCodec;
import io.rapport.scoring.domain.binary.VarintReader;
import io.rapport.scoring.domain.binary.VarintWriter;
import io.rapport.scoring.domain.service.OpenConversations;

/** Holdings as bytes: a version, then each part after the other. A ledger alone, as it was stored before, can be read too. */
public final class LedgerBundleCodec {

    private static final byte LEDGER_ALONE = 1;
    private static final byte VERSION = 2;

    private LedgerBundleCodec() {}

    /** The holdings' bytes; equal holdings have equal bytes. */
    public static byte[] encode(LedgerBundle holdings) {
        var out = new VarintWriter();
        out.writeByte(VERSION);
        EngagementLedgerCodec.write(holdings.ledger(), out);
        ValueLedgerCodec.write(holdings.value(), out);
        holdings.open().write(out);
        return out.toBytes();
    }

    /**
     * The holdings of these bytes.
     *
     * @throws IllegalArgumentException when the bytes are of a version this code does not know, or are no holdings
     */
    public static LedgerBundle decode(byte[] bytes) {
        if (bytes.length > 0 && bytes[0] == LEDGER_ALONE) {
            return LedgerBundle.of(EngagementLedgerCodec.decode(bytes));
        }
        var in = new VarintReader("holdings", bytes);
        in.expectVersion(VERSION);
        var holdings = new LedgerBundle(EngagementLedgerCodec.read(in), ValueLedgerCodec.read(in), OpenConversations.read(in));
        in.expectEnd();
        return holdings;
    }
}
