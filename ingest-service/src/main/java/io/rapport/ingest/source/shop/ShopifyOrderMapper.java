package io.rapport.ingest.source.shop;

import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Maps one order, which contains all of its refunds. Whatever the order of the deliveries, the one that was updated last
 * determines the purchase, and each refund is in all later ones.
 */
final class ShopifyOrderMapper {

    private static final Set<String> PAID = Set.of("paid", "partially_refunded", "refunded");
    private static final int CENTS = 2;

    private final String shop;
    private final PayloadNode order;
    private final PayloadMapping mapping;
    private final String currency;

    ShopifyOrderMapper(String shop, PayloadNode order, PayloadMapping mapping) {
        this.shop = shop;
        this.order = order;
        this.mapping = mapping;
        this.currency = ShopAmounts.currency(order.at("currency"));
    }

    void map() {
        var state = order.at("financial_status").requiredText();
        var isCancelled = order.at("cancelled_at").time() != null || state.equals("voided") || state.equals("expired");
        var buyer = buyer();
        if (order.at("test").flag()) {
            mapping.ignore("order.test");
        } else if (buyer == null) {
            mapping.ignore("order.anonymous");
        } else if (isCancelled || PAID.contains(state)) {
            map(buyer, isCancelled);
        } else {
            mapping.ignore("order." + state);
        }
    }

    private void map(ShopBuyer buyer, boolean isCancelled) {
        var placedAt = order.firstOf("processed_at", "created_at").requiredTime();
        var found = new ShopOrder(shop, order.at("id").requiredId(), placedAt, currency, buyer);
        var total = ShopAmounts.required(order.at("total_price"));
        var revision = order.at("updated_at").requiredTime().toEpochMilli();
        var before = mapping.size();
        for (var refund : order.at("refunds").elements()) {
            var amount = refunded(refund, total);
            if (amount.signum() > 0) {
                mapping.add(found.refund(
                        refund.at("id").requiredId(),
                        refund.firstOf("processed_at", "created_at").requiredTime(),
                        amount));
            }
        }
        mapping.add(found.purchase(total, revision, isCancelled && mapping.size() == before));
    }

    /** What was paid back, in the currency of the order: a transaction may be in the currency in which the buyer paid. */
    private BigDecimal refunded(PayloadNode refund, BigDecimal total) {
        var sum = BigDecimal.ZERO;
        for (var transaction : refund.at("transactions").elements()) {
            if ("refund".equals(transaction.at("kind").text())
                    && "success".equals(transaction.at("status").text())) {
                sum = sum.add(inOrderCurrency(transaction, total));
            }
        }
        return sum;
    }

    private BigDecimal inOrderCurrency(PayloadNode transaction, BigDecimal total) {
        var amount = ShopAmounts.required(transaction.at("amount"));
        var written = transaction.at("currency");
        if (!written.isPresent() || ShopAmounts.currency(written).equals(currency)) {
            return amount;
        }
        var paid = order.at("total_price_set", "presentment_money");
        if (!ShopAmounts.currency(written).equals(paid.at("currency_code").text())) {
            throw written.wrong("has to be the currency of the order, or the one in which it was paid");
        }
        var paidAmount = ShopAmounts.required(paid.at("amount"));
        return paidAmount.signum() == 0
                ? BigDecimal.ZERO
                : amount.multiply(total).divide(paidAmount, CENTS, RoundingMode.HALF_EVEN);
    }

    private @Nullable ShopBuyer buyer() {
        var customer = order.at("customer");
        var billing = order.at("billing_address");
        var id = customer.at("id").id();
        var name = PayloadNode.joinedText(customer.at("first_name"), customer.at("last_name"));
        return ShopBuyer.of(
                id == null ? null : shop + ":" + id,
                name == null ? billing.at("name").text() : name,
                order.firstOf("email", "contact_email").or(customer.at("email")).text(),
                order.at("phone")
                        .or(customer.at("phone"))
                        .or(billing.at("phone"))
                        .text());
    }
}
