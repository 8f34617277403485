package io.rapport.report.web;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.report.domain.Engagements;
import io.rapport.report.domain.KnownPerson;
import io.rapport.report.domain.Sentiments;
import io.rapport.report.domain.TimelineEntry;
import io.rapport.report.domain.TimelineQuery;
import io.rapport.web.paging.Cursor;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows what happened with a person, by pages, for the API and for the person's page. */
final class Timelines {

    private static final String ORDER = "newest";

    private final Engagements engagements;
    private final Sentiments sentiments;

    Timelines(Engagements engagements, Sentiments sentiments) {
        this.engagements = engagements;
        this.sentiments = sentiments;
    }

    /** What a timeline is narrowed to, as it stands in the address. */
    record Wish(@Nullable String direction, @Nullable String kind) {}

    CursorPage<TimelineEntry> page(BrandKey brand, KnownPerson person, Wish wish, PageRequest paging) {
        var handles = person.handles().stream()
                .map(handle -> new HandleKey(brand, handle.channel(), handle.id()))
                .toList();
        var query = new TimelineQuery(
                Choice.one(Direction.class, "direction", wish.direction()),
                Choice.one(EngagementKind.class, "kind", wish.kind()),
                place(paging.after()),
                paging.limit() + 1);
        var page = CursorPage.of(engagements.timeline(brand, handles, query), paging.limit(), Timelines::cursor);
        return new CursorPage<>(sentiments.judged(brand, page.items()), page.next());
    }

    private static TimelineQuery.@Nullable Place place(@Nullable Cursor after) {
        return after == null
                ? null
                : new TimelineQuery.Place(Instant.parse(after.text(ORDER, 0)), UUID.fromString(after.text(ORDER, 1)));
    }

    private static Cursor cursor(TimelineEntry last) {
        return Cursor.of(ORDER, last.occurredAt(), last.id());
    }
}
