package io.rapport.scoring.domain.value;

import io.rapport.contracts.score.ValueKind;
import io.rapport.scoring.domain.binary.VarintReader;
import io.rapport.scoring.domain.binary.VarintWriter;
import io.rapport.scoring.domain.service.ServiceLedger;
import io.rapport.scoring.domain.service.ServiceLedgerCodec;
import io.rapport.scoring.domain.value.ValueLedger.Cell;
import io.rapport.scoring.domain.value.ValueLedger.Sum;
import java.util.TreeMap;

/**
 * What a brand keeps of service and value, by day or of many days.
 *
 * @param service how people were answered
 * @param value what people brought
 */
public record DaySums(ServiceLedger service, ValueLedger value) {

    /** Nothing. */
    public static final DaySums EMPTY = new DaySums(ServiceLedger.EMPTY, ValueLedger.EMPTY);

    /**
     * How many keywords of a day are told apart; visits after others are counted under none and get no price, so that a
     * brand that is found by everything costs no more than another.
     */
    static final int MOST_KEYWORDS = 2000;

    private static final byte VERSION = 1;

    /** Both together. */
    public DaySums plus(DaySums other) {
        return new DaySums(service.plus(other.service), value.plus(other.value));
    }

    /** This, of one day, and a change of the same day, with no more keywords than a day may have. */
    public DaySums plusBounded(DaySums change) {
        return plus(new DaySums(change.service, bounded(change.value)));
    }

    /** All of them together. */
    public static DaySums sum(Iterable<DaySums> all) {
        var service = ServiceLedger.EMPTY;
        var value = new TreeMap<Cell, Sum>();
        for (var one : all) {
            service = service.plus(one.service);
            one.value.sums().forEach((cell, sum) -> ValueLedger.add(value, cell, sum));
        }
        return new DaySums(service, ValueLedger.of(value));
    }

    private ValueLedger bounded(ValueLedger change) {
        var room = MOST_KEYWORDS
                - value.sums().keySet().stream().filter(DaySums::isKeyword).count();
        var bounded = new TreeMap<Cell, Sum>();
        for (var sum : change.sums().entrySet()) {
            var cell = sum.getKey();
            var isNew = isKeyword(cell) && !value.sums().containsKey(cell);
            var fits = !isNew || room-- > 0;
            ValueLedger.add(
                    bounded, fits ? cell : new Cell(cell.day(), cell.stream(), cell.unit(), ""), sum.getValue());
        }
        return ValueLedger.of(bounded);
    }

    private static boolean isKeyword(Cell cell) {
        return cell.stream() == ValueKind.SEARCH_COST_AVOIDED && !cell.label().isEmpty();
    }

    /** The sums' bytes. */
    public static byte[] encode(DaySums sums) {
        var out = new VarintWriter();
        out.writeByte(VERSION);
        ServiceLedgerCodec.write(sums.service, out);
        ValueLedgerCodec.write(sums.value, out);
        return out.toBytes();
    }

    /**
     * The sums of these bytes.
     *
     * @throws IllegalArgumentException when the bytes are of a version this code does not know, or are no such sums
     */
    public static DaySums decode(byte[] bytes) {
        var in = new VarintReader("day of service and value", bytes);
        in.expectVersion(VERSION);
        var sums = new DaySums(ServiceLedgerCodec.read(in), ValueLedgerCodec.read(in));
        in.expectEnd();
        return sums;
    }
}
