package io.rapport.scoring.domain.value;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.score.ValueKind;
import io.rapport.scoring.domain.ledger.EngagementColumns;
import io.rapport.scoring.domain.ledger.LedgerCells;
import io.rapport.scoring.domain.value.ValueLedger.Cell;
import io.rapport.scoring.domain.value.ValueLedger.Sum;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Attributes a person's purchases to the personal touches of the 90 days before each, weighted by {@code 2^(-age/7 days)} and
 * normalised; at most 1000 touches of a kind count per day. Amounts are rounded to ten-thousandths by largest remainder, so
 * that the shares of a purchase add up to it exactly.
 */
final class AssistedSales {

    /** Days of touches that share a purchase; the last is the day of the purchase. */
    static final int DAYS = 90;

    private static final double HALF_LIFE = 7;
    // Fixed-point scale: represents the oldest touch exactly, and the sum of 90 days fits into a long.
    private static final long WEIGHT_SCALE = 1L << 44;
    private static final long MAX_PER_DAY = 1000;
    private static final int BOTH_DIRECTIONS = 2 * EngagementColumns.BLOCK;
    private static final long[] WEIGHTS = weights();

    private final LedgerCells touches;
    private final SortedMap<Cell, Sum> credit = new TreeMap<>();

    private AssistedSales(LedgerCells touches) {
        this.touches = touches;
    }

    /** Attributes the purchases of the days from {@code first} to {@code last}, inclusive. */
    static ValueLedger of(LedgerBundle person, int first, int last) {
        var sales = new AssistedSales(person.ledger().cells());
        person.value().sums().subMap(Cell.first(first), Cell.first(last + 1)).forEach((cell, sum) -> {
            if (cell.stream() == ValueKind.DIRECT_SALES) {
                sales.distribute(cell, sum);
            }
        });
        return ValueLedger.of(sales.credit);
    }

    /** Share of a kind of touch in a purchase. */
    private record Share(int column, long amount, long remainder) {

        Share rounded(boolean up) {
            return new Share(column, up ? amount + 1 : amount, remainder);
        }

        String label() {
            return (column < EngagementColumns.OUTBOUND ? "INBOUND " : "OUTBOUND ") + EngagementColumns.kind(column);
        }
    }

    private void distribute(Cell sale, Sum sum) {
        var weights = weightsUpTo(sale.day());
        var shares = new ArrayList<Share>();
        var whole = Math.abs(sum.amount());
        var left = whole;
        for (var share : proportional(whole, weights)) {
            left -= share.amount;
            shares.add(share);
        }
        if (shares.isEmpty()) {
            return;
        }
        shares.sort(Comparator.comparingLong(Share::remainder).reversed().thenComparingInt(Share::column));
        add(sale, "", new Sum(0, sum.count()));
        for (var i = 0; i < shares.size(); i++) {
            var share = shares.get(i).rounded(i < left);
            add(sale, share.label(), new Sum(Long.signum(sum.amount()) * share.amount, sum.count()));
        }
    }

    private static ArrayList<Share> proportional(long whole, long[] weights) {
        long all = 0;
        for (var weight : weights) {
            all += weight;
        }
        var shares = new ArrayList<Share>();
        for (var column = 0; column < weights.length; column++) {
            if (weights[column] > 0) {
                var parts = BigInteger.valueOf(whole)
                        .multiply(BigInteger.valueOf(weights[column]))
                        .divideAndRemainder(BigInteger.valueOf(all));
                shares.add(new Share(column, parts[0].longValueExact(), parts[1].longValueExact()));
            }
        }
        return shares;
    }

    private void add(Cell sale, String label, Sum sum) {
        ValueLedger.add(credit, new Cell(sale.day(), ValueKind.ASSISTED_SALES, sale.unit(), label), sum);
    }

    /** Weights of the touches up to a day, by direction and kind; timed engagements count with the others. */
    private long[] weightsUpTo(int day) {
        var weights = new long[BOTH_DIRECTIONS];
        var end = touches.firstIndex(day + 1);
        for (var i = touches.firstIndex(day - DAYS + 1); i < end; i++) {
            var column = touches.column(i);
            var block = EngagementColumns.block(column);
            if (block <= EngagementColumns.TIMED && isPersonal(EngagementColumns.kind(column))) {
                var kind = block == EngagementColumns.TIMED ? EngagementColumns.outbound(column) : column;
                weights[kind] += Math.min(MAX_PER_DAY, Math.max(0, touches.value(i))) * WEIGHTS[day - touches.day(i)];
            }
        }
        return weights;
    }

    private static boolean isPersonal(EngagementKind kind) {
        return switch (kind) {
            case POST, VISIT, PURCHASE, UNFOLLOW -> false;
            default -> true;
        };
    }

    private static long[] weights() {
        var weights = new long[DAYS];
        for (var age = 0; age < DAYS; age++) {
            weights[age] = Math.round(StrictMath.pow(2, -age / HALF_LIFE) * WEIGHT_SCALE);
        }
        return weights;
    }
}
