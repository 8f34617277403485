package io.rapport.report.domain.webhook;

import io.rapport.contracts.webhook.WebhookKey;
import java.time.Instant;

/** Which instance delivers to a webhook. */
public interface DeliveryLeaseRepository {

    /** Acquires or renews the lease of a webhook; returns false while another instance holds it. */
    boolean tryAcquire(WebhookKey webhook, String owner, Instant now, Instant until);

    /** Ends a lease. */
    void release(WebhookKey webhook, String owner);
}
