package io.rapport.scoring.domain.ledger;

import io.rapport.scoring.domain.binary.VarintReader;
import io.rapport.scoring.domain.binary.VarintWriter;

/** Cells as varints: their number, then each one's distance from the one before and its value. */
public final class LedgerCellsCodec {

    private final String what;
    private final int columns;

    /** For cells of {@code what}, whose columns are numbered below {@code columns}. */
    public LedgerCellsCodec(String what, int columns) {
        this.what = what;
        this.columns = columns;
    }

    /** Writes cells. */
    public void write(LedgerCells cells, VarintWriter out) {
        out.writeUnsigned(cells.size());
        long before = 0;
        for (int i = 0; i < cells.size(); i++) {
            var key = cells.key(i);
            if (i == 0) {
                out.writeSigned(key);
            } else {
                out.writeUnsigned(key - before);
            }
            out.writeSigned(cells.value(i));
            before = key;
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException when the bytes are no cells
     */
    public LedgerCells read(VarintReader in) {
        var size = in.readSize();
        var cells = new LedgerCells.Builder(size);
        long key = 0;
        for (int i = 0; i < size; i++) {
            key = i == 0 ? in.readSigned() : after(key, in.readUnsigned());
            cells.add(checked(key), value(in.readSigned()));
        }
        return cells.build();
    }

    private long after(long key, long distance) {
        if (distance <= 0 || distance > Long.MAX_VALUE - Math.max(0, key)) {
            throw corrupt("its days and columns do not ascend");
        }
        return key + distance;
    }

    private long checked(long key) {
        if (LedgerCells.column(key) >= columns) {
            throw corrupt("it has a column " + LedgerCells.column(key));
        }
        if (LedgerCells.day(key) != (int) LedgerCells.day(key)) {
            throw corrupt("it has a day " + LedgerCells.day(key));
        }
        return key;
    }

    private long value(long value) {
        if (value == 0) {
            throw corrupt("it holds a zero");
        }
        return value;
    }

    private IllegalArgumentException corrupt(String why) {
        return new IllegalArgumentException("These bytes are no " + what + ": " + why);
    }
}
