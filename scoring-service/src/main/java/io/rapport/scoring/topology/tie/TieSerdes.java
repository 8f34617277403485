package io.rapport.scoring.topology.tie;

import io.rapport.scoring.domain.ledger.LedgerCells;
import io.rapport.scoring.domain.tie.TieLedger;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;

/** The binary form of {@link TieLedger}. */
final class TieSerdes {

    static final BinarySerde<TieLedger> LEDGER = new BinarySerde<>(TieSerdes::toBytes, TieSerdes::of);

    private static final int VERSION = 1;

    private TieSerdes() {}

    static BinaryWriter write(TieLedger ledger, BinaryWriter out) {
        var cells = ledger.cells();
        out.number(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            out.number(cells.day(i)).flag(cells.column(i)).number(cells.value(i));
        }
        return out;
    }

    static TieLedger read(BinaryReader in) {
        var size = in.int32();
        var cells = new LedgerCells.Builder(size);
        for (int i = 0; i < size; i++) {
            cells.add(in.int32(), in.int8(), in.int64());
        }
        return new TieLedger(cells.build());
    }

    private static byte[] toBytes(TieLedger ledger) {
        return write(ledger, new BinaryWriter(VERSION)).toBytes();
    }

    private static TieLedger of(byte[] bytes) {
        return BinaryReader.read(bytes, VERSION, TieSerdes::read);
    }
}
