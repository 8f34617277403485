package io.rapport.report.timeline;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.engagement.SentimentService;
import io.rapport.report.domain.engagement.TimelineEntry;
import io.rapport.report.domain.engagement.TimelineQuery;
import io.rapport.report.domain.identity.KnownPerson;
import io.rapport.report.request.RequestParameters;
import io.rapport.web.paging.Cursor;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keyset paging of a person's timeline, for the API and for the person's page. */
public final class TimelinePager {

    private static final String ORDER = "newest";
    /** Sorts after every other id: nothing at the position itself is listed. */
    private static final UUID LAST = new UUID(-1, -1);

    private final EngagementRepository engagements;
    private final SentimentService sentiments;

    /** A pager on these repositories. */
    public TimelinePager(EngagementRepository engagements, SentimentService sentiments) {
        this.engagements = engagements;
        this.sentiments = sentiments;
    }

    /** The query parameters of a timeline. */
    public record TimelineRequest(
            @Parameter(description = "INBOUND or OUTBOUND") @Nullable
            String direction,

            @Parameter(description = "the kind of engagement") @Nullable
            String kind,

            @Parameter(description = "yyyy-MM-dd: engagements up to this day; default is the brand's current day")
            @Nullable
            String asOf) {}

    /**
     * A page of a person's timeline, with sentiments.
     *
     * @param zone of the brand
     */
    public CursorPage<TimelineEntry> page(
            BrandKey brand, KnownPerson person, TimelineRequest request, ZoneId zone, PageRequest paging) {
        var handles = person.handles().stream()
                .map(handle -> new HandleKey(brand, handle.channel(), handle.id()))
                .toList();
        var query = new TimelineQuery(
                RequestParameters.parseEnum(Direction.class, "direction", request.direction()),
                RequestParameters.parseEnum(EngagementKind.class, "kind", request.kind()),
                position(paging.after(), request, zone),
                paging.limit() + 1);
        var page =
                CursorPage.of(engagements.findTimeline(brand, handles, query), paging.limit(), TimelinePager::cursor);
        return new CursorPage<>(sentiments.withSentiment(brand, page.items()), page.next());
    }

    private static TimelineQuery.@Nullable TimelinePosition position(
            @Nullable Cursor after, TimelineRequest request, ZoneId zone) {
        if (after != null) {
            return new TimelineQuery.TimelinePosition(
                    Instant.parse(after.text(ORDER, 0)), UUID.fromString(after.text(ORDER, 1)));
        }
        var day = RequestParameters.parseDay("asOf", request.asOf());
        return day == null
                ? null
                : new TimelineQuery.TimelinePosition(
                        day.plusDays(1).atStartOfDay(zone).toInstant(), LAST);
    }

    private static Cursor cursor(TimelineEntry last) {
        return Cursor.of(ORDER, last.occurredAt(), last.id());
    }
}
