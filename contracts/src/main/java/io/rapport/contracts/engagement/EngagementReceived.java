package io.rapport.contracts.engagement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One accepted interaction between a handle and a brand.
 *
 * @param id version 5 of agency, brand, source and sourceId: the same source event always gets the same id
 * @param source the adapter or import that delivered it, a token
 * @param sourceId the source's own id for it
 * @param occurredAt event time, UTC, to the millisecond
 * @param receivedAt arrival time, UTC, to the millisecond
 * @param actor the other party's handle
 * @param staff the staff member who acted, where the source supplies it
 * @param object the references of the message to others
 * @param content the text and its attributes
 * @param value the monetary value or time
 * @param day the day of {@code occurredAt} in the brand's time zone as it was registered on arrival; fixed on arrival, so
 *     that a replay counts it on the same day
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RecordBuilder
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

    /** The brand of the relationship. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }

    /** The handle of the relationship. */
    public HandleKey handleKey() {
        return new HandleKey(brandKey(), channel, actor.id());
    }

    /** The day it is counted on: {@link #day}, or the UTC day where the writer did not set it. */
    public LocalDate effectiveDay() {
        return day != null ? day : occurredAt.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Whether the content is paid. */
    @JsonIgnore
    public boolean isPaid() {
        return content != null && Boolean.TRUE.equals(content.paid());
    }

    /** Whether the content is promotional. */
    @JsonIgnore
    public boolean isPromotional() {
        return content != null && Boolean.TRUE.equals(content.promotional());
    }
}
