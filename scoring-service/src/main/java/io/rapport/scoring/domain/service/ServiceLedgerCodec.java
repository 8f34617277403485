package io.rapport.scoring.domain.service;

import io.rapport.scoring.domain.ledger.LedgerCellsCodec;
import io.rapport.scoring.domain.ledger.EngagementLedgerCodec;
import io.rapport.scoring.domain.binary.VarintReader;
import io.rapport.scoring.domain.binary.VarintWriter;

/** A service ledger as bytes: a version, then its cells as {@link EngagementLedgerCodec} writes them. */
public final class ServiceLedgerCodec {

    private static final byte VERSION = 1;
    private static final LedgerCellsCodec CELLS = new LedgerCellsCodec("service ledger", ServiceLedger.COLUMNS);

    private ServiceLedgerCodec() {}

    /** The ledger's bytes; equal ledgers have equal bytes. */
    public static byte[] encode(ServiceLedger ledger) {
        var out = new VarintWriter();
        out.writeByte(VERSION);
        write(ledger, out);
        return out.toBytes();
    }

    /**
     * The ledger of these bytes.
     *
     * @throws IllegalArgumentException when the bytes are of a version this code does not know, or are no service ledger
     */
    public static ServiceLedger decode(byte[] bytes) {
        var in = new VarintReader("service ledger", bytes);
        in.expectVersion(VERSION);
        var ledger = read(in);
        in.expectEnd();
        return ledger;
    }

    /** Writes a ledger as a part of something. */
    public static void write(ServiceLedger ledger, VarintWriter out) {
        CELLS.write(ledger.cells(), out);
    }

    /** Reads what {@link #write} wrote. */
    public static ServiceLedger read(VarintReader in) {
        return new ServiceLedger(CELLS.read(in));
    }
}
