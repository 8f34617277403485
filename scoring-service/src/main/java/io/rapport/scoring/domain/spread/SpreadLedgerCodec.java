package io.rapport.scoring.domain.spread;

import io.rapport.scoring.domain.ledger.LedgerCells;
import io.rapport.scoring.domain.ledger.LedgerCellsCodec;
import io.rapport.scoring.domain.ledger.EngagementLedgerCodec;
import io.rapport.scoring.domain.binary.VarintReader;
import io.rapport.scoring.domain.binary.VarintWriter;
import java.util.ArrayList;
import java.util.List;

/** A spread ledger, or a part of one, as bytes: a version, then its parts as {@link EngagementLedgerCodec} writes cells. */
public final class SpreadLedgerCodec {

    private static final byte VERSION = 1;
    private static final LedgerCellsCodec TOTALS = new LedgerCellsCodec("spread ledger", SpreadLedger.TOTALS_COUNT);
    private static final LedgerCellsCodec DURATIONS = new LedgerCellsCodec("spread ledger", DurationHistogram.CLASSES);

    private SpreadLedgerCodec() {}

    /** The ledger's bytes; equal ledgers have equal bytes. */
    public static byte[] encode(SpreadLedger ledger) {
        var out = new VarintWriter();
        out.writeByte(VERSION);
        for (int part = 0; part < SpreadLedger.PARTS; part++) {
            codec(part).write(ledger.parts().get(part), out);
        }
        return out.toBytes();
    }

    /**
     * The ledger of these bytes.
     *
     * @throws IllegalArgumentException when the bytes are of a version this code does not know, or are no spread ledger
     */
    public static SpreadLedger decode(byte[] bytes) {
        var in = new VarintReader("spread ledger", bytes);
        in.expectVersion(VERSION);
        var parts = new ArrayList<LedgerCells>(SpreadLedger.PARTS);
        for (int part = 0; part < SpreadLedger.PARTS; part++) {
            parts.add(codec(part).read(in));
        }
        in.expectEnd();
        return new SpreadLedger(List.copyOf(parts));
    }

    private static LedgerCellsCodec codec(int part) {
        return part == 0 ? TOTALS : DURATIONS;
    }
}
