package io.rapport.report.domain.engagement;

import io.rapport.contracts.engagement.MessageRef;
import org.jspecify.annotations.Nullable;

/**
 * An inbound engagement with a text or a reference to another message.
 *
 * @param message its references to other messages; null if the source gave none
 */
public record SpokenMessage(TimelineEntry entry, @Nullable MessageRef message) {

    /** The id of the message on its channel; null if the source gave none. */
    public @Nullable String messageId() {
        return message == null ? null : message.id();
    }

    /** The id of the message that it shares, quotes or answers; null without one. */
    public @Nullable String parentId() {
        if (message == null) {
            return null;
        }
        return message.shareOf() != null ? message.shareOf() : message.inReplyTo();
    }

    /** A copy with the sentiment of the text. */
    public SpokenMessage withEntry(TimelineEntry judged) {
        return new SpokenMessage(judged, message);
    }
}
