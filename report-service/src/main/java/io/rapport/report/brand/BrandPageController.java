package io.rapport.report.brand;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.score.RollingRor;
import io.rapport.report.actions.RecordedNote;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.brand.BrandReport;
import io.rapport.report.domain.people.PeopleFilter;
import io.rapport.report.domain.people.PeopleOrder;
import io.rapport.report.domain.people.PeopleQuery;
import io.rapport.report.domain.people.PeopleReport;
import io.rapport.report.domain.people.PeopleSorting;
import io.rapport.report.page.AlertText;
import io.rapport.report.page.BrandPageFrame;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.ListLink;
import io.rapport.report.page.PageFormat;
import io.rapport.report.reminder.ReminderRow;
import io.rapport.report.reminder.ReminderRows;
import io.rapport.report.suggestions.SuggestionHandler;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of a brand: first the people to act for, then the figures with the people behind them. */
@Controller
class BrandPageController extends PageController {

    private static final int MAX_REMINDERS = 5;
    private static final PeopleSorting HIGHEST_RETURN = new PeopleSorting(PeopleOrder.THEY_TO_US, true);
    private static final PeopleFilter CAPTIVE =
            PeopleFilter.EVERYONE.withFlags(new PeopleFilter.FlagFilter(null, true, null, null));

    private final BrandCatalogue catalogue;
    private final BrandPageFrame frame;
    private final BrandReport figures;
    private final PeopleReport people;
    private final HomePeople homePeople;
    private final BrandTrend trend;
    private final ReminderRows reminders;
    private final SuggestionHandler suggestions;

    BrandPageController(
            BrandCatalogue catalogue,
            BrandPageFrame frame,
            BrandReport figures,
            PeopleReport people,
            HomePeople homePeople,
            BrandTrend trend,
            ReminderRows reminders,
            SuggestionHandler suggestions) {
        this.suggestions = suggestions;
        this.catalogue = catalogue;
        this.frame = frame;
        this.figures = figures;
        this.people = people;
        this.homePeople = homePeople;
        this.trend = trend;
        this.reminders = reminders;
    }

    @GetMapping("/agencies/{agency}/brands/{brand}")
    ModelAndView brand(BrandKey brand, BrandPageRequest request, Caller caller) {
        var asOf = frame.resolveDay(brand, request.asOf());
        var registered = catalogue.require(brand);
        var path = BrandPageLink.path(brand.agency(), brand.brand());
        var found = figures.find(brand, asOf);
        var ror = figures.ror(brand, asOf, found.ror(request.days()));
        var headline = BrandHeadline.of(ror, path);
        var hidden = suggestions.findHidden(brand, asOf);
        return frame.page("brand", brand, asOf)
                .addObject("path", path)
                .addObject("here", "home")
                .addObject("window", request.window())
                .addObject("length", request.days())
                .addObject("query", request)
                .addObject("done", RecordedNote.of(request.done()))
                .addObject("headline", headline)
                .addObject("few", headline.few())
                .addObject("total", PageFormat.count(found.people()))
                .addObject("everyone", everyone(path, asOf))
                .addObject(
                        "alert",
                        AlertText.of(figures.spread(brand, asOf, request.days()).alert()))
                .addObject("notifications", notifications(brand, ror, path))
                .addObject("reminders", reminders(registered, asOf, caller, path))
                .addObject("lists", lists(new HomeReader(registered, asOf, caller, path, hidden)))
                .addObject("dismissed", hidden.count())
                .addObject("trend", trend(brand, asOf, found.ror(BrandTrend.WINDOW)));
    }

    /** The reminders to show: of the current day only. */
    private List<ReminderRow> reminders(BrandRegistered brand, AsOfDay asOf, Caller caller, String path) {
        return asOf.current() ? reminders.find(brand, MAX_REMINDERS, caller, path) : List.of();
    }

    private List<HomeList> lists(HomeReader reader) {
        return reader.asOf().day() == null ? List.of() : homePeople.lists(reader);
    }

    private BrandTrend.Trend trend(BrandKey brand, AsOfDay asOf, RollingRor current) {
        var day = asOf.day();
        return day == null ? BrandTrend.Trend.NONE : trend.find(brand, day, current);
    }

    private NotificationShare notifications(BrandKey brand, BrandReport.RorReport ror, String path) {
        var query = new PeopleQuery(HIGHEST_RETURN, CAPTIVE, null, NotificationShare.MAX_PEOPLE);
        return NotificationShare.of(ror.figures(), people.list(brand, ror.asOf(), query), path, ror.asOf());
    }

    private static String everyone(String path, AsOfDay asOf) {
        return ListLink.people(path)
                .with("asOf", asOf.earlierDay().orElse(null))
                .href();
    }
}
