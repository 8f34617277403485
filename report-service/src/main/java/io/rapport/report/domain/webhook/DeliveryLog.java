package io.rapport.report.domain.webhook;

import io.rapport.contracts.webhook.WebhookKey;
import java.util.List;

/** The last attempts of each webhook, newest first, without their content. */
public interface DeliveryLog {

    /** The number of attempts that are kept of a webhook. */
    int MAX_ATTEMPTS = 200;

    /** The attempts of a webhook. */
    List<DeliveryAttempt> find(WebhookKey webhook);

    /** Adds attempts in the order in which they were made; only the newest are kept. Called by one instance at a time. */
    void add(WebhookKey webhook, List<DeliveryAttempt> attempts);

    /** Deletes the attempts of a webhook. */
    void delete(WebhookKey webhook);
}
