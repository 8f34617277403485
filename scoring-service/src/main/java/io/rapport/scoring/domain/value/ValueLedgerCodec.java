package io.rapport.scoring.domain.value;

import io.rapport.contracts.score.ValueKind;
import io.rapport.scoring.domain.binary.VarintReader;
import io.rapport.scoring.domain.binary.VarintWriter;
import io.rapport.scoring.domain.value.ValueLedger.Cell;
import io.rapport.scoring.domain.value.ValueLedger.Sum;
import java.util.TreeMap;

/** Body of the binary form of a {@link ValueLedger}: the number of sums, then each cell with a delta-encoded day, and its sum. */
final class ValueLedgerCodec {

    private ValueLedgerCodec() {}

    static void write(ValueLedger ledger, VarintWriter out) {
        out.writeUnsigned(ledger.sums().size());
        long previous = 0;
        for (var sum : ledger.sums().entrySet()) {
            var cell = sum.getKey();
            out.writeSigned(cell.day() - previous);
            out.writeUnsigned(number(cell.stream()));
            out.writeText(cell.unit());
            out.writeText(cell.label());
            out.writeSigned(sum.getValue().amount());
            out.writeSigned(sum.getValue().count());
            previous = cell.day();
        }
    }

    static ValueLedger read(VarintReader in) {
        var sums = new TreeMap<Cell, Sum>();
        long day = 0;
        for (var left = in.readSize(); left > 0; left--) {
            day += in.readSigned();
            var cell = new Cell((int) day, stream((int) in.readUnsigned(), in), in.readText(), in.readText());
            sums.put(cell, new Sum(in.readSigned(), in.readSigned()));
        }
        return ValueLedger.of(sums);
    }

    /** Number of a stream in the stored form; never reused. */
    private static int number(ValueKind stream) {
        return switch (stream) {
            case UNKNOWN -> 0;
            case DIRECT_SALES -> 1;
            case ASSISTED_SALES -> 2;
            case REFERRAL -> 3;
            case SEARCH_COST_AVOIDED -> 4;
            case SERVICE_SAVED -> 5;
            case HOURS_INVESTED -> 6;
            case AUTHORITY -> 7;
        };
    }

    private static ValueKind stream(int number, VarintReader in) {
        for (var stream : ValueKind.values()) {
            if (number(stream) == number) {
                return stream;
            }
        }
        throw in.corrupt("unknown stream " + number);
    }
}
