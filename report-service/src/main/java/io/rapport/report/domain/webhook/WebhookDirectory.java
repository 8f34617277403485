package io.rapport.report.domain.webhook;

import io.rapport.contracts.webhook.WebhookConfigured;
import java.util.Collection;

/** The published webhooks of all agencies, deleted ones included. */
public interface WebhookDirectory {

    /** Whether all are known that were published when the service started. */
    boolean isCaughtUp();

    /** All webhooks. */
    Collection<WebhookConfigured> all();
}
