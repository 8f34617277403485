package io.rapport.report.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.webhook.WebhookConfigured;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook with its state.
 *
 * @param brands empty for all of the agency
 * @param state {@code ACTIVE}, {@code FAILING} while deliveries are retried, or {@code DISABLED}
 * @param error why the last attempt failed; null if it succeeded
 * @param failingSince when the first attempt failed since the last delivery; null if none did
 * @param nextAttemptAt when the next attempt is due; null for at once
 * @param waiting the deliveries that wait, counted up to 10 000
 * @param oldSecretUntil until when deliveries are signed with the older secret as well; null with one secret
 * @param secret the secret that signs deliveries, only in the response that creates it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookView(
        String webhook,
        String url,
        List<String> brands,
        List<String> events,
        WebhookState state,
        @Nullable String error,
        @Nullable Instant failingSince,
        @Nullable Instant nextAttemptAt,
        long waiting,
        @Nullable Instant oldSecretUntil,
        @Nullable String secret) {

    /** Whether deliveries are made. */
    public enum WebhookState {
        ACTIVE,
        FAILING,
        DISABLED;

        static WebhookState of(WebhookConfigured webhook) {
            return webhook.progress().disabled() ? DISABLED : webhook.progress().failures() > 0 ? FAILING : ACTIVE;
        }
    }

    static WebhookView of(WebhookConfigured from, long waiting, @Nullable String secret) {
        return new WebhookView(
                from.webhook(),
                from.url(),
                from.brands(),
                from.events(),
                WebhookState.of(from),
                from.progress().error(),
                from.progress().failingSince(),
                from.progress().nextAttemptAt(),
                waiting,
                from.oldSecretUntil(),
                secret);
    }
}
