package io.rapport.report.brand;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.access.Scope;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.report.start.StartGuideReader;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The overview of the brands that a caller can see. */
@Controller
class BrandListController extends PageController {

    private final BrandCatalogue catalogue;
    private final BrandOverview overview;
    private final StartGuideReader guides;

    BrandListController(BrandCatalogue catalogue, BrandOverview overview, StartGuideReader guides) {
        this.catalogue = catalogue;
        this.overview = overview;
        this.guides = guides;
    }

    @GetMapping("/")
    ModelAndView home(Caller caller, @RequestParam(required = false) @Nullable String q) {
        return page(text("crumbs.brands"), "/", q, brand -> caller.canSee(brand.brandKey()))
                .addObject("start", guides.findOpen(caller).orElse(null));
    }

    @GetMapping("/agencies/{agency}")
    ModelAndView agency(
            @PathVariable String agency, Caller caller, @RequestParam(required = false) @Nullable String q) {
        var path = "/agencies/" + agency;
        var page = page(agency, path, q, brand -> brand.agency().equals(agency) && caller.canSee(brand.brandKey()));
        return caller.canSee(agency) && caller.hasScope(Scope.ADMIN)
                ? page.addObject("webhooks", path + "/webhooks")
                : page;
    }

    private ModelAndView page(String title, String path, @Nullable String q, Predicate<BrandRegistered> filter) {
        var visible = catalogue.all().stream().filter(filter).toList();
        return new ModelAndView(
                "brands",
                new ModelMap("title", title)
                        .addAttribute("path", path)
                        .addAttribute("q", q)
                        .addAttribute("known", visible.size())
                        .addAttribute("brands", overview.rows(visible, q)));
    }
}
