package io.rapport.scoring.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CellSumTest {

    private static final int COLUMNS = 3;
    /** Far from one another, and multiples of powers of two apart. */
    private static final int[] DAYS = {-256, 0, 19_999, 20_000, 20_001, 20_256, 20_512, 36_384};

    private record Cell(int day, int column, long value) {
        LedgerCells cells() {
            var cells = new LedgerCells.Builder(1);
            cells.add(day, column, value);
            return cells.build();
        }
    }

    @Property(tries = 500)
    void isTheSumOfTheLedgers(@ForAll("cells") List<Cell> cells) {
        var sum = new CellSum(COLUMNS);
        var evenDays = new CellSum(COLUMNS);
        var expected = new TreeMap<Integer, LedgerCells>();
        for (var cell : cells) {
            sum.add(cell.cells());
            evenDays.add(cell.cells(), day -> day % 2 == 0);
            expected.merge(cell.day() % 2, cell.cells(), LedgerCells::plus);
        }

        var even = expected.getOrDefault(0, LedgerCells.EMPTY);
        assertThat(sum.sum()).isEqualTo(even.plus(expected.getOrDefault(1, LedgerCells.EMPTY)));
        assertThat(evenDays.sum()).isEqualTo(even);
        var single = new CellSum(COLUMNS);
        cells.forEach(cell -> single.add(cell.day(), cell.column(), cell.value()));
        assertThat(single.sum()).isEqualTo(sum.sum());
    }

    @Provide
    static Arbitrary<List<Cell>> cells() {
        var days = Arbitraries.integers().between(0, DAYS.length - 1).map(index -> DAYS[index]);
        var columns = Arbitraries.integers().between(0, COLUMNS - 1);
        var values = Arbitraries.longs().between(-3, 3);
        return Combinators.combine(days, columns, values).as(Cell::new).list().ofMaxSize(60);
    }
}
