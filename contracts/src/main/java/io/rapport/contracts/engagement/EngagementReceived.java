package io.rapport.contracts.engagement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
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
 * @param revision rises with each edit of the source event, 0 to {@link #MAX_REVISION}; 0 when absent. Of one {@code id} the
 *     highest revision counts, whatever the order of arrival
 * @param withdrawn whether the source took the event back (deleted, hidden, marked as spam, undone): it counts nowhere.
 *     Without {@code revision} it is final
 * @param mentions ids of other accounts of the channel that the message mentions, at most {@link #MAX_MENTIONS}; not the actor and
 *     not the brand
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
        @Nullable LocalDate day,
        @Nullable Long revision,
        @Nullable Boolean withdrawn,
        @Nullable List<String> mentions) {

    /** The highest revision: the largest whole number that JSON carries exactly everywhere. */
    public static final long MAX_REVISION = (1L << 53) - 1;

    /** The highest number of mentions. */
    public static final int MAX_MENTIONS = 20;

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

    /** Whether the source took the event back. */
    public boolean withdraws() {
        return Boolean.TRUE.equals(withdrawn);
    }

    /**
     * The order of the records of one {@code id}: the one with the highest rank counts. A withdrawal ranks above an event of the
     * same revision, and one without a revision above all. 0 for a plain event.
     */
    public long revisionRank() {
        if (revision == null) {
            return withdraws() ? Long.MAX_VALUE : 0;
        }
        return 2 * Math.max(0, Math.min(revision, MAX_REVISION)) + (withdraws() ? 1 : 0);
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
