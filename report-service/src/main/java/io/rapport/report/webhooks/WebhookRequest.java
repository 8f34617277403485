package io.rapport.report.webhooks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a webhook.
 *
 * @param url the https address that events are posted to
 * @param brands the brands whose events are delivered; left out or empty for all of the agency
 * @param events the types of the events; left out for all
 */
public record WebhookRequest(
        @Nullable String url,
        @Nullable List<@Nullable String> brands,
        @Nullable List<@Nullable String> events) {}
