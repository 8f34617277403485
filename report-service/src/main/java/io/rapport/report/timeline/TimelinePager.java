package io.rapport.report.timeline;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.engagement.SentimentService;
import io.rapport.report.domain.engagement.TimelineEntry;
import io.rapport.report.domain.engagement.TimelineQuery;
import io.rapport.report.domain.identity.KnownPerson;
import io.rapport.report.page.PageFormat;
import io.rapport.report.request.RequestParameters;
import io.rapport.web.paging.Cursor;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
            @Parameter(description = "INBOUND or OUTBOUND") @Nullable
            String direction,

            @Parameter(description = "the kind of engagement") @Nullable
            String kind,

            @Parameter(description = "yyyy-MM-dd: engagements up to this day; default is the brand's current day")
            @Nullable
            String asOf) {

        /** The direction and the kind in words. */
        public String words() {
            var direction = RequestParameters.parseEnum(Direction.class, "direction", this.direction);
            var kind = RequestParameters.parseEnum(EngagementKind.class, "kind", this.kind);
            return Stream.of(
                            direction == null ? "" : text("timeline." + direction.name()),
                            kind == null ? "" : PageFormat.label(kind).toLowerCase(Locale.ROOT))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.joining(" "));
        }
    }

    /**
     * A page of a person's timeline, with sentiments.
     *
     * @param zone of the brand
     */
    public CursorPage<TimelineEntry> page(
            BrandKey brand, KnownPerson person, TimelineRequest request, ZoneId zone, PageRequest paging) {
        var query = new TimelineQuery(
                RequestParameters.parseEnum(Direction.class, "direction", request.direction()),
                RequestParameters.parseEnum(EngagementKind.class, "kind", request.kind()),
                position(paging.after(), request, zone),
                paging.limit() + 1);
        var page = CursorPage.of(
                engagements.findTimeline(brand, person.handleKeys(brand), query),
                paging.limit(),
                TimelinePager::cursor);
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
                : TimelineQuery.TimelinePosition.before(
                        day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static Cursor cursor(TimelineEntry last) {
        return Cursor.of(ORDER, last.occurredAt(), last.id());
    }
}
