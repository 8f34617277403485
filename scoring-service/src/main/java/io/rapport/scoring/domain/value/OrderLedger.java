package io.rapport.scoring.domain.value;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.score.ValueKind;
import io.rapport.scoring.domain.binary.BinaryCodec;
import io.rapport.scoring.domain.ledger.Ledger;
import io.rapport.scoring.domain.value.ValueLedger.Cell;
import io.rapport.scoring.domain.value.ValueLedger.Sum;
import java.util.TreeMap;

/**
 * The rows of one order of a handle: line items, and refunds with a negative amount. An order counts as one purchase on each day
 * with a line item, however many rows there are, until refunds have taken back its amount in every currency.
 *
 * @param rows number and amount of the rows by day, currency and sort
 */
public record OrderLedger(ValueLedger rows) implements Ledger<OrderLedger> {

    /** The order without rows. */
    public static final OrderLedger EMPTY = new OrderLedger(ValueLedger.EMPTY);

    /** Binary form. */
    public static final BinaryCodec<OrderLedger> CODEC = new BinaryCodec<>(
            "order ledger",
            1,
            (order, out) -> ValueLedger.CODEC.write(order.rows, out),
            in -> new OrderLedger(ValueLedger.CODEC.read(in)));

    /** Label of the sums of refunds; part of the stored form. */
    static final String REFUND = "refund";

    /** Whether an engagement is a row of an order: a purchase by a person, or its refund. */
    public static boolean isRow(EngagementReceived engagement) {
        return engagement.kind() == EngagementKind.PURCHASE && engagement.direction() == Direction.INBOUND;
    }

    /** Whether an engagement is a row with a negative amount. */
    public static boolean isRefund(EngagementReceived engagement) {
        var value = engagement.value();
        return isRow(engagement)
                && value != null
                && value.amount() != null
                && value.amount().signum() < 0;
    }

    /** The order with one row; empty if the engagement is none. */
    public static OrderLedger of(EngagementReceived engagement) {
        if (!isRow(engagement)) {
            return EMPTY;
        }
        var day = Math.toIntExact(engagement.effectiveDay().toEpochDay());
        var money = EngagementMoney.of(engagement.value());
        var rows = new TreeMap<Cell, Sum>();
        rows.put(
                new Cell(day, ValueKind.DIRECT_SALES, money.currency(), isRefund(engagement) ? REFUND : ""),
                new Sum(money.amount(), 1));
        if (engagement.value() != null && engagement.value().referredBy() != null) {
            rows.put(new Cell(day, ValueKind.REFERRAL, "", ""), new Sum(0, 1));
        }
        return new OrderLedger(ValueLedger.of(rows));
    }

    /** What the order adds to the ledgers of its handle. */
    public LedgerBundle contribution() {
        return rows.isEmpty() ? LedgerBundle.EMPTY : new OrderContribution(rows).toBundle();
    }

    @Override
    public OrderLedger plus(OrderLedger other) {
        return new OrderLedger(rows.plus(other.rows));
    }

    @Override
    public OrderLedger minus(OrderLedger other) {
        return new OrderLedger(rows.minus(other.rows));
    }

    @Override
    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
