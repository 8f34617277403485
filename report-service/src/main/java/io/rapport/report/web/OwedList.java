package io.rapport.report.web;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.Moment;
import io.rapport.report.domain.PeopleReport;
import io.rapport.report.domain.PersonInBrand;
import io.rapport.report.domain.Relationships.OwedQuery;
import io.rapport.web.paging.Cursor;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists the people owed a reply by pages, for the API and for the service page. */
final class OwedList {

    private static final String ORDER = "owedSince";

    private final PeopleReport people;

    OwedList(PeopleReport people) {
        this.people = people;
    }

    CursorPage<PersonInBrand> page(BrandKey brand, Moment moment, PageRequest paging) {
        var query = new OwedQuery(place(paging.after()), paging.limit() + 1);
        return CursorPage.of(people.owed(brand, moment, query), paging.limit(), OwedList::cursor);
    }

    private static OwedQuery.@Nullable Place place(@Nullable Cursor after) {
        return after == null
                ? null
                : new OwedQuery.Place(Instant.parse(after.text(ORDER, 0)), UUID.fromString(after.text(ORDER, 1)));
    }

    private static Cursor cursor(PersonInBrand last) {
        return Cursor.of(ORDER, ServiceView.Owed.since(last), last.state().person());
    }
}
