package io.rapport.contracts.engagement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One interaction between a handle and a brand, accepted and on its way to the scores.
 *
 * @param id version 5 of agency, brand, source and sourceId: the same source event always gets the same id
 * @param source the adapter or import that brought it, a token
 * @param sourceId the source's own id for it
 * @param occurredAt event time, UTC, to the millisecond
 * @param receivedAt arrival time, UTC, to the millisecond
 * @param actor the other party's handle
 * @param staff who on the brand's side acted, where the source tells it
 * @param object where the message stands among others
 * @param content what was said
 * @param value what it was worth
 * @param day the day of {@code occurredAt} in the brand's time zone as it was registered on arrival; fixed then, so that
 *     a replay counts it on the same day
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EngagementReceived(
        UUID id,
        String agency,
        String brand,
        String channel,
        String source,
        String sourceId,
        Instant occurredAt,
        Instant receivedAt,
        Direction direction,
        EngagementKind kind,
        Actor actor,
        @Nullable StaffMember staff,
        @Nullable MessageRef object,
        @Nullable EngagementContent content,
        @Nullable EngagementValue value,
        @Nullable LocalDate day) {

    /** Whose relationship it belongs to. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }

    /** The handle it belongs to. */
    public HandleKey handleKey() {
        return new HandleKey(brandKey(), channel, actor.id());
    }

    /** The day it counts on: {@link #day}, or the UTC day for writers that do not know the brand's time zone. */
    public LocalDate effectiveDay() {
        return day != null ? day : occurredAt.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Whether it was paid for. */
    @JsonIgnore
    public boolean isPaid() {
        return content != null && Boolean.TRUE.equals(content.paid());
    }

    /** Whether it sells. */
    @JsonIgnore
    public boolean isPromotional() {
        return content != null && Boolean.TRUE.equals(content.promotional());
    }
}
