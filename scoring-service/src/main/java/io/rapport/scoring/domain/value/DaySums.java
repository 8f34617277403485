package io.rapport.scoring.domain.value;

import io.rapport.contracts.score.ValueKind;
import io.rapport.scoring.domain.binary.BinaryCodec;
import io.rapport.scoring.domain.service.ServiceLedger;
import io.rapport.scoring.domain.value.ValueLedger.Cell;
import io.rapport.scoring.domain.value.ValueLedger.Sum;
import java.util.TreeMap;

/**
 * Service and value sums of a brand, of one or more days.
 *
 * @param service conversations with their answers
 * @param value value contributed by people
 */
public record DaySums(ServiceLedger service, ValueLedger value) {

    /** The empty sums. */
    public static final DaySums EMPTY = new DaySums(ServiceLedger.EMPTY, ValueLedger.EMPTY);

    /**
     * Maximum number of keywords per day. Visits after further keywords are counted without a keyword, and so without a
     * price. This bounds the memory of a brand.
     */
    static final int MAX_KEYWORDS = 2000;

    /** Binary form. */
    public static final BinaryCodec<DaySums> CODEC = new BinaryCodec<>(
            "sums of service and value",
            1,
            (sums, out) -> {
                ServiceLedger.CODEC.write(sums.service, out);
                ValueLedger.CODEC.write(sums.value, out);
            },
            in -> new DaySums(ServiceLedger.CODEC.read(in), ValueLedger.CODEC.read(in)));

    /** Adds other sums. */
    public DaySums plus(DaySums other) {
        return new DaySums(service.plus(other.service), value.plus(other.value));
    }

    /** Adds a change of the same day, within the maximum number of keywords per day. */
    public DaySums plusBounded(DaySums change) {
        return plus(new DaySums(change.service, bounded(change.value)));
    }

    /** Adds all sums. */
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
        var room = MAX_KEYWORDS
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
}
