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
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keyset paging of a person's timeline, for the API and for the person's page. */
public final class TimelinePager {

    private static final String ORDER = "newest";

    private final EngagementRepository engagements;
    private final SentimentService sentiments;

    /** A pager on these repositories. */
    public TimelinePager(EngagementRepository engagements, SentimentService sentiments) {
        this.engagements = engagements;
        this.sentiments = sentiments;
    }

    /** The query parameters of a timeline. */
    public record TimelineRequest(
            @Nullable String direction, @Nullable String kind) {}

    /** A page of a person's timeline, with sentiments. */
    public CursorPage<TimelineEntry> page(
            BrandKey brand, KnownPerson person, TimelineRequest request, PageRequest paging) {
        var handles = person.handles().stream()
                .map(handle -> new HandleKey(brand, handle.channel(), handle.id()))
                .toList();
        var query = new TimelineQuery(
                RequestParameters.parseEnum(Direction.class, "direction", request.direction()),
                RequestParameters.parseEnum(EngagementKind.class, "kind", request.kind()),
                position(paging.after()),
                paging.limit() + 1);
        var page =
                CursorPage.of(engagements.findTimeline(brand, handles, query), paging.limit(), TimelinePager::cursor);
        return new CursorPage<>(sentiments.withSentiment(brand, page.items()), page.next());
    }

    private static TimelineQuery.@Nullable TimelinePosition position(@Nullable Cursor after) {
        return after == null
                ? null
                : new TimelineQuery.TimelinePosition(
                        Instant.parse(after.text(ORDER, 0)), UUID.fromString(after.text(ORDER, 1)));
    }

    private static Cursor cursor(TimelineEntry last) {
        return Cursor.of(ORDER, last.occurredAt(), last.id());
    }
}
