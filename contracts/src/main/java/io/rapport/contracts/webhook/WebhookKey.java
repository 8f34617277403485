package io.rapport.contracts.webhook;

import io.rapport.contracts.TopicKeys;

/**
 * One webhook of one agency.
 *
 * @param agency the tenant, a token
 * @param webhook the webhook, a token, unique within its agency
 */
public record WebhookKey(String agency, String webhook) {

    /** The topic key of this webhook. */
    public String key() {
        return TopicKeys.join(agency, webhook);
    }

    /** The key of something within this webhook: {@code agency|webhook|part}. */
    public String key(String part) {
        return TopicKeys.join(agency, webhook, part);
    }
}
