package io.rapport.report.people;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.people.PeopleQuery;
import io.rapport.report.domain.people.PeopleReport;
import io.rapport.report.domain.people.PeopleSorting;
import io.rapport.report.domain.people.PersonInBrand;
import io.rapport.web.paging.Cursor;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keyset paging of people, for the API and for the brand's page. */
public final class PeoplePager {

    private final PeopleReport people;

    /** A pager on this report. */
    public PeoplePager(PeopleReport people) {
        this.people = people;
    }

    /** A page of people. */
    public CursorPage<PersonInBrand> page(BrandKey brand, AsOfDay asOf, PeopleRequest request, PageRequest paging) {
        var sorting = request.sorting();
        var query = new PeopleQuery(sorting, request.filter(), position(sorting, paging.after()), paging.limit() + 1);
        return CursorPage.of(people.list(brand, asOf, query), paging.limit(), last -> cursor(sorting, last));
    }

    private static PeopleQuery.@Nullable PeoplePosition position(PeopleSorting sorting, @Nullable Cursor after) {
        if (after == null) {
            return null;
        }
        var order = sorting.format();
        return new PeopleQuery.PeoplePosition(after.number(order, 0), UUID.fromString(after.text(order, 1)));
    }

    private static Cursor cursor(PeopleSorting sorting, PersonInBrand last) {
        var state = last.state();
        return Cursor.of(sorting.format(), sorting.by().sortValue(state), state.person());
    }
}
