package io.rapport.report.service;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.people.PeopleReport;
import io.rapport.report.domain.people.PersonInBrand;
import io.rapport.report.domain.people.RelationshipRepository.OwedQuery;
import io.rapport.web.paging.Cursor;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keyset paging of the people who are owed a reply, for the API and for the service page. */
public final class OwedReplyPager {

    private static final String ORDER = "owedSince";

    private final PeopleReport people;

    /** A pager on this report. */
    public OwedReplyPager(PeopleReport people) {
        this.people = people;
    }

    /** A page of owed replies. */
    public CursorPage<PersonInBrand> page(BrandKey brand, AsOfDay asOf, PageRequest paging) {
        var query = new OwedQuery(position(paging.after()), paging.limit() + 1);
        return CursorPage.of(people.listOwed(brand, asOf, query), paging.limit(), OwedReplyPager::cursor);
    }

    private static OwedQuery.@Nullable OwedPosition position(@Nullable Cursor after) {
        return after == null
                ? null
                : new OwedQuery.OwedPosition(
                        Instant.parse(after.text(ORDER, 0)), UUID.fromString(after.text(ORDER, 1)));
    }

    private static Cursor cursor(PersonInBrand last) {
        return Cursor.of(
                ORDER, ServiceView.OwedReplyView.since(last), last.state().person());
    }
}
