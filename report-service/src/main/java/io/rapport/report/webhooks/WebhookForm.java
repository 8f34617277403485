package io.rapport.report.webhooks;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The form of a webhook.
 *
 * @param webhook the name
 * @param brands names separated by blanks or commas; empty for all
 * @param events the types that are ticked
 */
record WebhookForm(
        @Nullable String webhook,
        @Nullable String url,
        @Nullable String brands,
        @Nullable List<@Nullable String> events) {

    String name() {
        return Objects.requireNonNullElse(webhook, "").strip();
    }

    WebhookRequest request() {
        var named = Arrays.stream(Objects.requireNonNullElse(brands, "").split("[\\s,]+"))
                .filter(brand -> !brand.isEmpty())
                .toList();
        return new WebhookRequest(url, named, Objects.requireNonNullElse(events, List.of()));
    }
}
