package io.rapport.report.web;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.Moment;
import io.rapport.report.domain.PeopleQuery;
import io.rapport.report.domain.PeopleReport;
import io.rapport.report.domain.PersonInBrand;
import io.rapport.report.domain.Sorting;
import io.rapport.web.paging.Cursor;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists people by pages, for the API and for the brand's page. */
final class PeopleList {

    private final PeopleReport people;

    PeopleList(PeopleReport people) {
        this.people = people;
    }

    CursorPage<PersonInBrand> page(BrandKey brand, Moment moment, PeopleWish wish, PageRequest paging) {
        var sorting = wish.sorting();
        var query = new PeopleQuery(sorting, wish.filter(), place(sorting, paging.after()), paging.limit() + 1);
        return CursorPage.of(people.list(brand, moment, query), paging.limit(), last -> cursor(sorting, last));
    }

    private static PeopleQuery.@Nullable Place place(Sorting sorting, @Nullable Cursor after) {
        if (after == null) {
            return null;
        }
        var order = sorting.text();
        return new PeopleQuery.Place(after.number(order, 0), UUID.fromString(after.text(order, 1)));
    }

    private static Cursor cursor(Sorting sorting, PersonInBrand last) {
        var state = last.state();
        return Cursor.of(sorting.text(), sorting.by().of(state), state.person());
    }
}
