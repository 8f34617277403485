package io.rapport.ingest.source.shop;

import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Maps one order, which contains all of its refunds. Refunds have no time of their own: they have that of the order. */
final class WooCommerceOrderMapper {

    private static final Set<String> PAID = Set.of("processing", "completed", "refunded");
    private static final Set<String> CANCELLED = Set.of("cancelled", "failed", "trash");

    private final String shop;
    private final PayloadNode order;
    private final PayloadMapping mapping;

    WooCommerceOrderMapper(String shop, PayloadNode order, PayloadMapping mapping) {
        this.shop = shop;
        this.order = order;
        this.mapping = mapping;
    }

    void map() {
        var state = order.at("status").requiredText();
        var buyer = buyer();
        if (!PAID.contains(state) && !CANCELLED.contains(state)) {
            mapping.ignore("order." + state);
        } else if (buyer == null) {
            mapping.ignore("order.anonymous");
        } else {
            map(buyer, state);
        }
    }

    private void map(ShopBuyer buyer, String state) {
        var placedAt = order.at("date_created_gmt").requiredUtcTime();
        var found = new ShopOrder(
                shop, order.at("id").requiredId(), placedAt, ShopAmounts.currency(order.at("currency")), buyer);
        var before = mapping.size();
        for (var refund : order.at("refunds").elements()) {
            var amount = ShopAmounts.required(refund.at("total")).abs();
            if (amount.signum() > 0) {
                mapping.add(found.refund(refund.at("id").requiredId(), placedAt, amount));
            }
        }
        var isWithdrawn = mapping.size() == before && (CANCELLED.contains(state) || state.equals("refunded"));
        mapping.add(found.purchase(
                ShopAmounts.required(order.at("total")),
                order.at("date_modified_gmt").requiredUtcTime().toEpochMilli(),
                isWithdrawn));
    }

    /** The address identifies the buyer: an order of a guest gets the id of a customer who registers later. */
    private @Nullable ShopBuyer buyer() {
        var customer = order.at("customer_id").id();
        var billing = order.at("billing");
        var email = billing.at("email").text();
        return ShopBuyer.of(
                email == null && customer != null && !customer.equals("0") ? shop + ":" + customer : null,
                PayloadNode.joinedText(billing.at("first_name"), billing.at("last_name")),
                email,
                billing.at("phone").text());
    }
}
