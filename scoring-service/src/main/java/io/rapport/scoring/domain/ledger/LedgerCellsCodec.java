package io.rapport.scoring.domain.ledger;

import io.rapport.scoring.domain.binary.VarintReader;
import io.rapport.scoring.domain.binary.VarintWriter;

/** Encodes cells as varints: their number, then for each cell the distance to the previous key and the value. */
public final class LedgerCellsCodec {

    private final int columnCount;

    /** Creates a codec for cells with columns from 0 to {@code columnCount - 1}. */
    public LedgerCellsCodec(int columnCount) {
        this.columnCount = columnCount;
    }

    /** Writes cells. */
    public void write(LedgerCells cells, VarintWriter out) {
        out.writeUnsigned(cells.size());
        long previous = 0;
        for (int i = 0; i < cells.size(); i++) {
            var key = cells.key(i);
            if (i == 0) {
                out.writeSigned(key);
            } else {
                out.writeUnsigned(key - previous);
            }
            out.writeSigned(cells.value(i));
            previous = key;
        }
    }

    /**
     * Reads the format of {@link #write}.
     *
     * @throws IllegalArgumentException if the bytes are corrupt
     */
    public LedgerCells read(VarintReader in) {
        var size = in.readSize();
        var cells = new LedgerCells.Builder(size);
        long key = 0;
        for (int i = 0; i < size; i++) {
            key = i == 0 ? in.readSigned() : nextKey(key, in);
            requireValidKey(key, in);
            var value = in.readSigned();
            if (value == 0) {
                throw in.corrupt("a cell holds 0");
            }
            cells.add(key, value);
        }
        return cells.build();
    }

    private static long nextKey(long key, VarintReader in) {
        var distance = in.readUnsigned();
        if (distance <= 0 || distance > Long.MAX_VALUE - Math.max(0, key)) {
            throw in.corrupt("days and columns do not ascend");
        }
        return key + distance;
    }

    private void requireValidKey(long key, VarintReader in) {
        if (LedgerCells.column(key) >= columnCount) {
            throw in.corrupt("unknown column " + LedgerCells.column(key));
        }
        if (LedgerCells.day(key) != (int) LedgerCells.day(key)) {
            throw in.corrupt("day out of range: " + LedgerCells.day(key));
        }
    }
}
