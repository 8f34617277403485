package io.rapport.ingest.source.shop;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.ingest.domain.source.SourceEngagement;
import io.rapport.ingest.domain.source.SourceMapping;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order, of which a purchase and its refunds become engagements. Its number is that of one shop: {@code shop:id}.
 *
 * @param account the shop, an account of the connection
 * @param id the id of the order, within the shop
 * @param currency of all its amounts, an ISO 4217 code
 */
record ShopOrder(String account, String id, Instant placedAt, String currency, ShopBuyer buyer) {

    /** A refund's amount in thousandths is its revision: it only grows. */
    private static final int THOUSANDTHS = 3;

    /**
     * The purchase.
     *
     * @param revision null if it never changes
     * @param withdrawn whether the order was cancelled, and nothing of it paid back
     */
    SourceMapping.Mapped purchase(BigDecimal amount, @Nullable Long revision, boolean withdrawn) {
        return engagement("order:" + key(), placedAt, amount).forAccount(account, revision, withdrawn);
    }

    /**
     * A refund.
     *
     * @param refund the id of the refund, within the shop
     * @param amount what was paid back so far, above 0
     */
    SourceMapping.Mapped refund(String refund, Instant at, BigDecimal amount) {
        return engagement("refund:" + account + ":" + refund, at, amount.negate())
                .forAccount(account, amount.movePointRight(THOUSANDTHS).longValue(), false);
    }

    private SourceEngagement engagement(String sourceId, Instant at, BigDecimal amount) {
        return buyer.describe(SourceEngagement.of(sourceId, "shop", Direction.INBOUND, EngagementKind.PURCHASE, at))
                .with("value.amount", amount)
                .with("value.currency", currency)
                .with("value.orderId", key());
    }

    private String key() {
        return account + ":" + id;
    }
}
