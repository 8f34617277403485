package io.rapport.report.domain.engagement;

import io.rapport.report.domain.engagement.TimelineQuery.TimelinePosition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page of engagements of a brand, newest first; withheld ones are left out.
 *
 * @param from the earliest time
 * @param to after the latest time
 * @param after the last entry of the previous page; null for the first page
 * @param limit the maximum number of entries
 */
public record BrandTimelineQuery(
        BrandTimeline timeline,
        Instant from,
        Instant to,
        @Nullable TimelinePosition after,
        int limit) {

    /** What a page lists. */
    public sealed interface BrandTimeline {}

    /**
     * What the brand did for people.
     *
     * @param staff the member of staff who acted; null for all of the team
     */
    public record OutboundTimeline(@Nullable String staff) implements BrandTimeline {}

    /** What people did with a post of the brand: inbound engagements that answer it, share it or belong to its conversation. */
    public record PostTimeline(PostKey post) implements BrandTimeline {}
}
