package io.rapport.scoring.domain.ledger;

import io.rapport.scoring.domain.binary.VarintReader;
import io.rapport.scoring.domain.binary.VarintWriter;

/**
 * A ledger as bytes: a version, the number of cells, then each cell as the distance to the one before and its value,
 * all in as few bytes as they need. An active day of one kind takes three or four.
 */
public final class EngagementLedgerCodec {

    private static final byte VERSION = 1;
    private static final LedgerCellsCodec CELLS = new LedgerCellsCodec("ledger", EngagementColumns.COUNT);

    private EngagementLedgerCodec() {}

    /** The ledger's bytes; equal ledgers have equal bytes. */
    public static byte[] encode(EngagementLedger ledger) {
        var out = new VarintWriter();
        out.writeByte(VERSION);
        write(ledger, out);
        return out.toBytes();
    }

    /**
     * The ledger of these bytes.
     *
     * @throws IllegalArgumentException when the bytes are of a version this code does not know, or are no ledger
     */
    public static EngagementLedger decode(byte[] bytes) {
        var in = new VarintReader("ledger", bytes);
        in.expectVersion(VERSION);
        var ledger = read(in);
        in.expectEnd();
        return ledger;
    }

    /** Writes a ledger as a part of something. */
    public static void write(EngagementLedger ledger, VarintWriter out) {
        CELLS.write(ledger.cells(), out);
    }

    /** Reads what {@link #write} wrote. */
    public static EngagementLedger read(VarintReader in) {
        return new EngagementLedger(CELLS.read(in));
    }
}
