package io.rapport.report.domain.engagement;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison of channels reads of an engagement.
 *
 * @param id of the engagement
 * @param asks whether it is a message of the other party that wants an answer: a direct message with a text, or a text with a
 *     question mark
 * @param written whether the other party wrote a text, which can be judged
 * @param minutes the time that it took; 0 if it is not known
 */
public record ChannelContact(
        UUID id,
        HandleKey handle,
        Instant at,
        Direction direction,
        EngagementKind kind,
        boolean asks,
        boolean written,
        double minutes) {

    private static final Set<EngagementKind> DIRECT = EnumSet.of(EngagementKind.MESSAGE, EngagementKind.EMAIL);

    /** The contact of an engagement with a text; null without one. */
    public static ChannelContact of(
            UUID id,
            HandleKey handle,
            Instant at,
            Direction direction,
            EngagementKind kind,
            @Nullable String text,
            double minutes) {
        var words = text != null && direction == Direction.INBOUND ? text : "";
        var written = !words.isBlank();
        var asks = written && (DIRECT.contains(kind) || words.indexOf('?') >= 0);
        return new ChannelContact(id, handle, at, direction, kind, asks, written, minutes);
    }

    /** Whether the other party acted. */
    public boolean isInbound() {
        return direction == Direction.INBOUND;
    }

    /** Whether the other party bought something. */
    public boolean isPurchase() {
        return isInbound() && kind == EngagementKind.PURCHASE;
    }
}
