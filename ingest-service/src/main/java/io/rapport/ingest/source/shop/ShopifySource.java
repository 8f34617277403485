package io.rapport.ingest.source.shop;

import io.rapport.ingest.domain.source.EngagementSource;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.domain.source.SourceVerifier;
import io.rapport.ingest.source.payload.BodySignatureVerifier;
import io.rapport.ingest.source.payload.HmacSignature;
import io.rapport.ingest.source.payload.PayloadMapping;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Maps webhooks of Shopify. The account is the domain of a shop, such as {@code acme.myshopify.com}. */
public final class ShopifySource implements EngagementSource {

    private static final String SECRET = "clientSecret";
    private static final HmacSignature BASE64 = new HmacSignature("HmacSHA256", "", HmacSignature.Encoding.BASE64);
    private static final SourceVerifier VERIFIER = new BodySignatureVerifier(BASE64, "x-shopify-hmac-sha256", SECRET);
    private static final Set<String> ORDERS = Set.of(
            "orders/create",
            "orders/updated",
            "orders/paid",
            "orders/cancelled",
            "orders/fulfilled",
            "orders/partially_fulfilled");

    private static final List<String> STEPS = List.of(
            "Open Settings, Notifications, Webhooks of the shop, and create webhooks in JSON for the events Order creation, Order update and Order cancellation.",
            "Enter {hook} as URL of each.",
            "Copy the key that the page shows as clientSecret; for an app, its client secret.",
            "Enter the myshopify.com domain of the shop as account here.");

    /** The entry of this source in the list of sources. */
    public static SourceDefinition definition() {
        return SourceDefinition.push("Shopify", new ShopifySource(), VERIFIER, List.of(SECRET), STEPS);
    }

    @Override
    public String name() {
        return "shopify";
    }

    @Override
    public SourceMapping map(SourcePayload payload, SourceSettings settings) {
        var topic = payload.header("x-shopify-topic").orElse("");
        var shop = payload.header("x-shopify-shop-domain").orElse("").strip().toLowerCase(Locale.ROOT);
        if (topic.isEmpty() || shop.isEmpty()) {
            return SourceMapping.unusable(
                    "The headers X-Shopify-Topic and X-Shopify-Shop-Domain, which name the event and the shop, are missing.",
                    "");
        }
        return PayloadMapping.ofJson(payload, (root, mapping) -> {
            if (ORDERS.contains(topic)) {
                mapping.entry(() -> new ShopifyOrderMapper(shop, root.requireObject(), mapping).map());
            } else {
                mapping.ignore(topic);
            }
        });
    }
}
