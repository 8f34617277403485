package io.rapport.scoring.domain.value;

import io.rapport.contracts.score.ValueKind;
import io.rapport.scoring.domain.binary.VarintReader;
import io.rapport.scoring.domain.binary.VarintWriter;
import io.rapport.scoring.domain.value.ValueLedger.Cell;
import io.rapport.scoring.domain.value.ValueLedger.Sum;
import java.util.TreeMap;

/** A value ledger as bytes: a version, the number of sums, then each one's day as a distance, what it is of, and itself. */
public final class ValueLedgerCodec {

    private static final byte VERSION = 1;
    private static final int STREAM_UNKNOWN = 0;

    private ValueLedgerCodec() {}

    /** The ledger's bytes; equal ledgers have equal bytes. */
    public static byte[] encode(ValueLedger ledger) {
        var out = new VarintWriter();
        out.writeByte(VERSION);
        write(ledger, out);
        return out.toBytes();
    }

    /**
     * The ledger of these bytes.
     *
     * @throws IllegalArgumentException when the bytes are of a version this code does not know, or are no value ledger
     */
    public static ValueLedger decode(byte[] bytes) {
        var in = new VarintReader("value ledger", bytes);
        in.expectVersion(VERSION);
        var ledger = read(in);
        in.expectEnd();
        return ledger;
    }

    static void write(ValueLedger ledger, VarintWriter out) {
        out.writeUnsigned(ledger.sums().size());
        long before = 0;
        for (var sum : ledger.sums().entrySet()) {
            var cell = sum.getKey();
            out.writeSigned(cell.day() - before);
            out.writeUnsigned(number(cell.stream()));
            out.writeText(cell.unit());
            out.writeText(cell.label());
            out.writeSigned(sum.getValue().amount());
            out.writeSigned(sum.getValue().count());
            before = cell.day();
        }
    }

    static ValueLedger read(VarintReader in) {
        var sums = new TreeMap<Cell, Sum>();
        long day = 0;
        for (var left = in.readSize(); left > 0; left--) {
            day += in.readSigned();
            var cell = new Cell((int) day, stream((int) in.readUnsigned()), in.readText(), in.readText());
            sums.put(cell, new Sum(in.readSigned(), in.readSigned()));
        }
        return ValueLedger.of(sums);
    }

    /** Part of the stored form: never given another meaning. */
    private static int number(ValueKind stream) {
        return switch (stream) {
            case DIRECT_SALES -> 1;
            case ASSISTED_SALES -> 2;
            case REFERRAL -> 3;
            case SEARCH_COST_AVOIDED -> 4;
            case SERVICE_SAVED -> 5;
            case HOURS_INVESTED -> 6;
            case UNKNOWN -> STREAM_UNKNOWN;
        };
    }

    private static ValueKind stream(int number) {
        for (var stream : ValueKind.values()) {
            if (number(stream) == number) {
                return stream;
            }
        }
        throw new IllegalArgumentException("These bytes are no value ledger: it has a stream " + number);
    }
}
