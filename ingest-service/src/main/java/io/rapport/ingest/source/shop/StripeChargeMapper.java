package io.rapport.ingest.source.shop;

import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadNode;
import org.jspecify.annotations.Nullable;

/** Maps one charge: its purchase, and the amount that was paid back so far as one refund. */
final class StripeChargeMapper {

    private final String account;
    private final PayloadNode charge;
    private final PayloadMapping mapping;

    StripeChargeMapper(String account, PayloadNode charge, PayloadMapping mapping) {
        this.account = account;
        this.charge = charge;
        this.mapping = mapping;
    }

    void map() {
        var state = charge.at("status").requiredText();
        var buyer = buyer();
        if (!state.equals("succeeded")) {
            mapping.ignore("charge." + state);
        } else if (!charge.at("captured").flag()) {
            mapping.ignore("charge.authorized");
        } else if (buyer == null) {
            mapping.ignore("charge.anonymous");
        } else {
            map(buyer);
        }
    }

    private void map(ShopBuyer buyer) {
        var currency = ShopAmounts.currency(charge.at("currency"));
        var id = charge.at("id").requiredText();
        var order = new ShopOrder(account, id, charge.at("created").requiredEpoch(), currency, buyer);
        mapping.add(order.purchase(ShopAmounts.ofMinorUnits(charge.at("amount"), currency), null, false));
        var refunded = charge.at("amount_refunded");
        if (refunded.isPresent()) {
            var amount = ShopAmounts.ofMinorUnits(refunded, currency);
            if (amount.signum() > 0) {
                mapping.add(order.refund(id, order.placedAt(), amount));
            }
        }
    }

    private @Nullable ShopBuyer buyer() {
        var customer = charge.at("customer");
        var details = charge.at("billing_details");
        return ShopBuyer.of(
                customer.isObject() ? customer.at("id").text() : customer.text(),
                details.at("name").text(),
                details.at("email").or(charge.at("receipt_email")).text(),
                details.at("phone").text());
    }
}
