package io.rapport.report.engagements;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.DayInterval;
import io.rapport.report.domain.engagement.BrandEngagementRepository;
import io.rapport.report.domain.engagement.BrandTimelineQuery;
import io.rapport.report.domain.engagement.BrandTimelineQuery.BrandTimeline;
import io.rapport.report.domain.engagement.BrandTimelineQuery.OutboundTimeline;
import io.rapport.report.domain.engagement.BrandTimelineQuery.PostTimeline;
import io.rapport.report.domain.engagement.PostKey;
import io.rapport.report.domain.engagement.TimelineEntry;
import io.rapport.report.domain.engagement.TimelineQuery.TimelinePosition;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.request.DayIntervalRequest;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.paging.Cursor;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the engagements behind figures, in pages; the people of a page are looked up at once. */
public final class EngagementListReader {

    private static final String NEWEST = "newest";
    private static final CursorPage<ListedEngagement> EMPTY = new CursorPage<>(List.of(), null);

    private final BrandCatalogue catalogue;
    private final BrandEngagementRepository engagements;
    private final PersonDirectory directory;

    /** A reader of registered brands. */
    public EngagementListReader(
            BrandCatalogue catalogue, BrandEngagementRepository engagements, PersonDirectory directory) {
        this.catalogue = catalogue;
        this.engagements = engagements;
        this.directory = directory;
    }

    /** What the brand did for people in the requested days. */
    OutboundView findOutbound(
            BrandKey brand, AsOfDay today, @Nullable String staff, DayIntervalRequest request, PageRequest paging) {
        var member = staff == null || staff.isBlank() ? null : staff;
        var day = today.day();
        if (day == null) {
            return OutboundView.of(null, member, EMPTY);
        }
        var days = request.resolve(day, zone(catalogue.require(brand)));
        return OutboundView.of(days, member, page(brand, new OutboundTimeline(member), days.start(), days, paging));
    }

    /** What people did with a post up to a day. */
    PostEngagementsView findOfPost(BrandKey brand, AsOfDay asOf, PostKey post, PageRequest paging) {
        var day = asOf.day();
        var text = engagements.findPostTexts(brand, Set.of(post)).get(post);
        if (day == null) {
            return PostEngagementsView.of(null, post, text, EMPTY);
        }
        var upTo = new DayInterval(day, day, zone(catalogue.require(brand)));
        return PostEngagementsView.of(
                day, post, text, page(brand, new PostTimeline(post), Instant.EPOCH, upTo, paging));
    }

    /** @param days the last of them is that of the list */
    private CursorPage<ListedEngagement> page(
            BrandKey brand, BrandTimeline timeline, Instant from, DayInterval days, PageRequest paging) {
        var query = new BrandTimelineQuery(timeline, from, days.end(), position(paging.after()), paging.limit() + 1);
        var page = CursorPage.of(engagements.findPage(brand, query), paging.limit(), EngagementListReader::cursor);
        var people = directory.findByHandle(
                brand,
                page.items().stream()
                        .map(entry -> entry.handleKey(brand))
                        .distinct()
                        .toList());
        var path = BrandPageLink.path(brand.agency(), brand.brand());
        return page.map(entry -> ListedEngagement.of(entry, people.apply(entry.handleKey(brand)), path));
    }

    private static @Nullable TimelinePosition position(@Nullable Cursor after) {
        return after == null
                ? null
                : new TimelinePosition(
                        Instant.ofEpochMilli((long) after.number(NEWEST, 0)), UUID.fromString(after.text(NEWEST, 1)));
    }

    private static Cursor cursor(TimelineEntry last) {
        return Cursor.of(NEWEST, last.occurredAt().toEpochMilli(), last.id());
    }

    private static ZoneId zone(BrandRegistered brand) {
        return ZoneId.of(brand.timeZone());
    }
}
