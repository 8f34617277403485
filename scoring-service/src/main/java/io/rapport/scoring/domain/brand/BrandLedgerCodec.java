package io.rapport.scoring.domain.brand;

import io.rapport.scoring.domain.ledger.LedgerCellsCodec;
import io.rapport.scoring.domain.ledger.EngagementLedgerCodec;
import io.rapport.scoring.domain.binary.VarintReader;
import io.rapport.scoring.domain.binary.VarintWriter;

/** A brand ledger, or a part of one, as bytes: a version, then the series and the snapshot as {@link EngagementLedgerCodec} writes cells. */
public final class BrandLedgerCodec {

    private static final byte VERSION = 1;
    private static final LedgerCellsCodec SERIES = new LedgerCellsCodec("brand ledger", BrandColumns.SERIES_COUNT);
    private static final LedgerCellsCodec SNAPSHOT = new LedgerCellsCodec("brand ledger", BrandColumns.SNAPSHOT_COUNT);

    private BrandLedgerCodec() {}

    /** The ledger's bytes; equal ledgers have equal bytes. Trim first what is not to be kept. */
    public static byte[] encode(BrandLedger ledger) {
        var out = new VarintWriter();
        out.writeByte(VERSION);
        SERIES.write(ledger.seriesCells(), out);
        SNAPSHOT.write(ledger.snapshotCells(), out);
        return out.toBytes();
    }

    /**
     * The ledger of these bytes.
     *
     * @throws IllegalArgumentException when the bytes are of a version this code does not know, or are no brand ledger
     */
    public static BrandLedger decode(byte[] bytes) {
        var in = new VarintReader("brand ledger", bytes);
        in.expectVersion(VERSION);
        var ledger = new BrandLedger(SERIES.read(in), SNAPSHOT.read(in));
        in.expectEnd();
        return ledger;
    }
}
