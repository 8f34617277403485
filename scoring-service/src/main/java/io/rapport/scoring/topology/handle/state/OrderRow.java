package io.rapport.scoring.topology.handle.state;

import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.scoring.domain.value.OrderLedger;
import org.jspecify.annotations.Nullable;

/**
 * The row of an order that an engagement is.
 *
 * @param ledger the order with this row alone; empty if the engagement is none
 * @param order key of the order within its handle: source and order number; null for a purchase that is an order of its own
 */
public record OrderRow(OrderLedger ledger, @Nullable String order) {

    /** No row. */
    public static final OrderRow NONE = new OrderRow(OrderLedger.EMPTY, null);

    /** Returns the row of an engagement. */
    public static OrderRow of(EngagementReceived engagement) {
        var ledger = OrderLedger.of(engagement);
        if (ledger.isEmpty()) {
            return NONE;
        }
        var order = engagement.value() == null ? null : engagement.value().orderId();
        return new OrderRow(ledger, order == null ? null : TopicKeys.join(engagement.source(), order));
    }

    /** Whether the engagement is no row. */
    public boolean isEmpty() {
        return ledger.isEmpty();
    }
}
