package io.rapport.report.domain.webhook;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.webhook.WebhookKey;
import java.util.Locale;

/**
 * An event that waits for its delivery. The record of the topic identifies it, so that reading the topic again adds nothing.
 *
 * @param partition of the record
 * @param offset of the record
 * @param recordKey the key of the record: agency, brand and, for relationships, person
 * @param body the JSON that is posted
 */
public record QueuedDelivery(
        WebhookKey webhook, WebhookEvent event, int partition, long offset, String recordKey, String body) {

    /** The place in the queue: of one key in the order of the topic. */
    public String place() {
        return String.format(Locale.ROOT, "%019d-%s-%d", offset, event.source(), partition);
    }

    /** The id of the message, the same in every attempt. */
    public String messageId() {
        return "msg_" + DeterministicIds.of("webhook", webhook.key(place()));
    }
}
