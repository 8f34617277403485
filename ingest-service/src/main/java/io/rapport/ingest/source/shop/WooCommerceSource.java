package io.rapport.ingest.source.shop;

import io.rapport.ingest.domain.source.EngagementSource;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.PayloadMapping;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Maps webhooks of WooCommerce. The account is the address of a shop without {@code https://}. */
public final class WooCommerceSource implements EngagementSource {

    private static final Set<String> ORDERS = Set.of("order.created", "order.updated", "order.restored");

    private static final List<String> STEPS = List.of(
            "Open WooCommerce, Settings, Advanced, Webhooks of the shop, and add one for Order created and one for Order updated.",
            "Enter {hook} as delivery URL, and the secret of this connection as secret. Choose the newest API version.",
            "Enter the address of the shop without https://, such as shop.example, as account here.");

    /** The entry of this source in the list of sources. */
    public static SourceDefinition definition() {
        return SourceDefinition.push(
                "WooCommerce",
                new WooCommerceSource(),
                new WooCommerceVerifier(),
                List.of(WooCommerceVerifier.SECRET),
                STEPS);
    }

    @Override
    public String name() {
        return "woocommerce";
    }

    @Override
    public SourceMapping map(SourcePayload payload, SourceSettings settings) {
        var topic = payload.header("x-wc-webhook-topic").orElse("");
        var shop = address(payload.header("x-wc-webhook-source").orElse(""));
        if (topic.isEmpty() || shop.isEmpty()) {
            return SourceMapping.unusable(
                    "The headers X-WC-Webhook-Topic and X-WC-Webhook-Source, which name the event and the shop, are missing.",
                    "");
        }
        return PayloadMapping.ofJson(payload, (root, mapping) -> {
            if (ORDERS.contains(topic)) {
                mapping.entry(() -> new WooCommerceOrderMapper(shop, root.requireObject(), mapping).map());
            } else {
                mapping.ignore(topic);
            }
        });
    }

    private static String address(String url) {
        return url.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://", "")
                .replaceFirst("/+$", "");
    }
}
