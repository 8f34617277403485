package io.rapport.report.brand;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.BrandKey;
import io.rapport.report.brand.RorPeopleView.RorPersonView;
import io.rapport.report.domain.people.RorSide;
import io.rapport.report.page.BrandPageFrame;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.ListLink;
import io.rapport.report.page.PageFormat;
import io.rapport.web.pages.PageController;
import io.rapport.web.pages.PageText;
import io.rapport.web.paging.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of the people behind one side of Return on Relationships. */
@Controller
@RequestMapping("/agencies/{agency}/brands/{brand}")
class RorPeoplePageController extends PageController {

    private final BrandPageFrame frame;
    private final RorPeoplePager pager;

    RorPeoplePageController(BrandPageFrame frame, RorPeoplePager pager) {
        this.frame = frame;
        this.pager = pager;
    }

    /** A person on the page. */
    record RorPersonRow(String name, String path, String stage, String amount, String share) {

        static RorPersonRow of(RorPersonView from) {
            return new RorPersonRow(
                    PageText.line(from.name()),
                    from.link(),
                    PageFormat.label(from.stage()),
                    PageFormat.number(from.amount()),
                    PageFormat.share(from.share()));
        }
    }

    @GetMapping("/ror/people")
    ModelAndView people(BrandKey brand, RorPeopleRequest request, PageRequest paging) {
        var day = frame.resolveDay(brand, request.asOf());
        var found = pager.page(brand, day, request, paging);
        var path = BrandPageLink.path(brand.agency(), brand.brand());
        var side = request.parsedSide();
        return frame.page("ror-people", brand, day)
                .addAllObjects(request.windowed().model())
                .addObject("here", "home")
                .addObject("length", found.window())
                .addObject("title", text("ror-people." + side.name()))
                .addObject("total", PageFormat.number(found.total()))
                .addObject("rows", found.items().stream().map(RorPersonRow::of).toList())
                .addObject("efforts", efforts(side, path, found))
                .addObject(
                        "next",
                        found.next() == null
                                ? null
                                : request.link(path)
                                        .with("cursor", found.next())
                                        .href());
    }

    /** The engagements with all of them. */
    private static String efforts(RorSide side, String path, RorPeopleView found) {
        return side == RorSide.INVESTED
                ? ListLink.outbound(path, found.asOf(), found.window()).href()
                : "";
    }
}
