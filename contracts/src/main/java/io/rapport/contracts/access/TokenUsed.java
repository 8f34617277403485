package io.rapport.contracts.access;

import io.rapport.contracts.TopicKeys;
import java.time.Instant;
import java.util.UUID;

/**
 * When a token was last used, to the hour.
 *
 * @param id of the token
 * @param usedAt at most one hour before its last use
 */
public record TokenUsed(String agency, UUID id, Instant usedAt) {

    /** This token's key on the topic. */
    public String key() {
        return TopicKeys.join(agency, id.toString());
    }
}
