package io.rapport.report.domain.engagement;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison of channels reads of an engagement.
 *
 * @param asks whether it is a message of the other party that wants an answer: a direct message with a text, or a text with a
 *     question mark
 * @param minutes the time that it took; 0 if it is not known
 */
public record ChannelContact(
        HandleKey handle, Instant at, Direction direction, EngagementKind kind, boolean asks, double minutes) {

    private static final Set<EngagementKind> DIRECT = EnumSet.of(EngagementKind.MESSAGE, EngagementKind.EMAIL);

    /** The contact of an engagement with a text; null without one. */
    public static ChannelContact of(
            HandleKey handle,
            Instant at,
            Direction direction,
            EngagementKind kind,
            @Nullable String text,
            double minutes) {
        var asks = direction == Direction.INBOUND
                && text != null
                && !text.isBlank()
                && (DIRECT.contains(kind) || text.indexOf('?') >= 0);
        return new ChannelContact(handle, at, direction, kind, asks, minutes);
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
