package io.rapport.report.brand;

import io.rapport.contracts.BrandKey;
import io.rapport.report.brand.RorPeopleView.RorPersonView;
import io.rapport.report.days.PeriodQuery;
import io.rapport.report.days.PeriodQuery.ListQuery;
import io.rapport.report.days.PeriodReport;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.DayInterval;
import io.rapport.report.domain.brand.BrandReport;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.domain.people.PeopleQuery.PeoplePosition;
import io.rapport.report.domain.people.PeopleReport;
import io.rapport.report.domain.people.PersonInBrand;
import io.rapport.report.domain.people.RelationshipRepository.TopQuery;
import io.rapport.report.domain.people.RorSide;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.request.DayIntervalRequest;
import io.rapport.web.paging.Cursor;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import io.rapport.web.problem.Problem;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people who gave and got most: of a window in pages, of other days the first 500. */
public final class RorPeoplePager {

    private static final int MAX_OF_DAYS = 500;
    private static final Duration RETRY_AFTER = Duration.ofMinutes(5);

    private final BrandReport figures;
    private final PeopleReport people;
    private final Optional<PeriodReport> periods;
    private final PersonDirectory directory;

    /**
     * A pager on these reports.
     *
     * @param periods empty without a scoring service: requests of other days than a window then fail with 503
     */
    public RorPeoplePager(
            BrandReport figures, PeopleReport people, Optional<PeriodReport> periods, PersonDirectory directory) {
        this.figures = figures;
        this.people = people;
        this.periods = periods;
        this.directory = directory;
    }

    RorPeopleView page(BrandKey brand, AsOfDay asOf, RorPeopleRequest request, PageRequest paging) {
        var day = asOf.day();
        var from = request.from();
        return day == null || from == null || from.isBlank()
                ? ofWindow(brand, asOf, request, paging)
                : ofDays(
                        brand,
                        asOf,
                        new DayIntervalRequest(from, null).resolve(day, ZoneOffset.UTC),
                        request.parsedSide());
    }

    private RorPeopleView ofWindow(BrandKey brand, AsOfDay asOf, RorPeopleRequest request, PageRequest paging) {
        var side = request.parsedSide();
        var window = request.windowed().days();
        var order = "-" + RorPeopleRequest.value(side);
        var ror = figures.findRor(brand, asOf, window);
        var query = new TopQuery(side, window, position(order, paging.after()), paging.limit() + 1);
        var found = asOf.day() == null ? List.<PersonInBrand>of() : people.listTop(brand, asOf, query);
        var page = CursorPage.of(
                found,
                paging.limit(),
                last -> Cursor.of(
                        order, side.amount(last.state(), window), last.state().person()));
        return view(brand, asOf, side, window, side == RorSide.RETURNED ? ror.returned() : ror.invested(), page);
    }

    private RorPeopleView ofDays(BrandKey brand, AsOfDay asOf, DayInterval days, RorSide side) {
        var length = Math.toIntExact(ChronoUnit.DAYS.between(days.from(), days.to())) + 1;
        var found = periods.orElseThrow(() -> Problem.unavailable(
                        "Days that are no window are answered by the scoring service: set RAPPORT_SCORING_URL.",
                        RETRY_AFTER))
                .find(brand, query(days.from(), days.to(), length, side));
        var states = found.lists().get(0).people();
        var known = directory.findAll(
                brand, states.stream().map(each -> each.state().person()).toList());
        var listed = states.stream()
                .filter(each -> side.amount(each.state(), length) > 0)
                .map(each -> new PersonInBrand(known.apply(each.state().person()), each.state(), each.top()))
                .toList();
        var total = side == RorSide.RETURNED
                ? found.figures().returned()
                : found.figures().invested();
        return view(brand, asOf, side, length, total, new CursorPage<>(listed, null));
    }

    private static PeriodQuery query(LocalDate from, LocalDate to, int length, RorSide side) {
        var sort = "-" + RorPeopleRequest.value(side);
        var list = new ListQuery(null, null, null, null, null, null, sort, MAX_OF_DAYS);
        return new PeriodQuery(from, to, from.minusDays(length), null, List.of(list), List.of());
    }

    private static RorPeopleView view(
            BrandKey brand, AsOfDay asOf, RorSide side, int days, double total, CursorPage<PersonInBrand> page) {
        var path = BrandPageLink.path(brand.agency(), brand.brand());
        return RorPeopleView.of(
                asOf, side, days, total, page.map(each -> RorPersonView.of(each, asOf, side, days, total, path)));
    }

    private static @Nullable PeoplePosition position(String order, @Nullable Cursor after) {
        return after == null ? null : new PeoplePosition(after.number(order, 0), UUID.fromString(after.text(order, 1)));
    }
}
