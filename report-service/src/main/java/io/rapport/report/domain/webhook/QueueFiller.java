package io.rapport.report.domain.webhook;

import io.rapport.contracts.webhook.WebhookConfigured;

/** Reads topics from the positions of a webhook to their ends, and adds its events to the queue. */
@FunctionalInterface
public interface QueueFiller {

    /**
     * Adds the events from the positions of a webhook on.
     *
     * @throws RuntimeException if the broker or the store does not answer; what was added stays
     */
    void fill(WebhookConfigured webhook);
}
