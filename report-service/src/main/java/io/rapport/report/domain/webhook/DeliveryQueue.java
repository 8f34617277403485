package io.rapport.report.domain.webhook;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.webhook.WebhookKey;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The deliveries that wait, one queue for each webhook. */
public interface DeliveryQueue {

    /** Adds deliveries; those that wait already are left as they are. */
    void add(Collection<QueuedDelivery> deliveries);

    /** The next deliveries of a webhook, in order. */
    List<QueuedDelivery> next(WebhookKey webhook, int limit);

    /** Removes deliveries. */
    void remove(Collection<QueuedDelivery> deliveries);

    /** Removes all deliveries of a webhook. */
    void clear(WebhookKey webhook);

    /** The number of deliveries of a webhook that wait, counted up to a limit. */
    long count(WebhookKey webhook, int limit);

    /** Removes the deliveries about a person. */
    void erase(BrandKey brand, UUID person);
}
