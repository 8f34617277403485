package io.rapport.scoring.domain.spread;

import io.rapport.scoring.domain.ledger.Cells;
import io.rapport.scoring.domain.ledger.CellsCodec;
import io.rapport.scoring.domain.ledger.LedgerCodec;
import io.rapport.scoring.domain.ledger.VarintReader;
import io.rapport.scoring.domain.ledger.VarintWriter;
import java.util.ArrayList;
import java.util.List;

/** A spread ledger, or a part of one, as bytes: a version, then its parts as {@link LedgerCodec} writes cells. */
public final class SpreadLedgerCodec {

    private static final byte VERSION = 1;
    private static final CellsCodec TOTALS = new CellsCodec("spread ledger", SpreadLedger.TOTALS_COUNT);
    private static final CellsCodec DURATIONS = new CellsCodec("spread ledger", SecondsHistogram.CLASSES);

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
        var parts = new ArrayList<Cells>(SpreadLedger.PARTS);
        for (int part = 0; part < SpreadLedger.PARTS; part++) {
            parts.add(codec(part).read(in));
        }
        in.expectEnd();
        return new SpreadLedger(List.copyOf(parts));
    }

    private static CellsCodec codec(int part) {
        return part == 0 ? TOTALS : DURATIONS;
    }
}
