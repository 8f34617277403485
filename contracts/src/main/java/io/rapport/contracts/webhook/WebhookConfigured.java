package io.rapport.contracts.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An outgoing webhook with its progress: the full state.
 *
 * @param url the address that events are posted to; empty once the webhook is deleted
 * @param brands the brands whose events are delivered; empty for all of the agency
 * @param events the types of the events that are delivered
 * @param secrets the secrets that sign deliveries, newest first, each encrypted with a key of report
 * @param oldSecretUntil when the older secret ends; null with one secret
 * @param deleted whether it was deleted
 * @param by the name of the token that changed the settings
 * @param version rises with each change; readers drop what is not newer
 * @param at the time of the change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RecordBuilder
public record WebhookConfigured(
        String agency,
        String webhook,
        String url,
        List<String> brands,
        List<String> events,
        List<String> secrets,
        @Nullable Instant oldSecretUntil,
        boolean deleted,
        WebhookProgress progress,
        String by,
        long version,
        Instant at) {

    /** The webhook. */
    public WebhookKey webhookKey() {
        return new WebhookKey(agency, webhook);
    }

    /** Whether events are delivered to it. */
    public boolean receivesEvents() {
        return !deleted && !progress.disabled();
    }
}
