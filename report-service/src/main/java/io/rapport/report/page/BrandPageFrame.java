package io.rapport.report.page;

import io.rapport.report.request.AsOfResolver;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.AsOfDay;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageText;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.ModelMap;
import org.springframework.web.servlet.ModelAndView;

/** What stands around the figures on every page of a brand: whose they are, of which day, and where the others are. */
public final class BrandPageFrame {

    private final BrandCatalogue catalogue;
    private final AsOfResolver days;

    public BrandPageFrame(BrandCatalogue catalogue, AsOfResolver days) {
        this.catalogue = catalogue;
        this.days = days;
    }

    /** The day a page is about; a brand that is not registered has no page. */
    public AsOfDay resolveDay(BrandKey brand, @Nullable String asOf) {
        catalogue.require(brand);
        return days.resolve(brand, asOf);
    }

    /** A page, named as its template and its address are. */
    public ModelAndView page(String name, BrandKey brand, AsOfDay moment) {
        var path = BrandPageLink.path(brand.agency(), brand.brand());
        return new ModelAndView(
                name,
                new ModelMap("brand", PageText.line(catalogue.require(brand).name()))
                        .addAttribute("key", brand)
                        .addAttribute("brandPath", path)
                        .addAttribute("path", path + "/" + name)
                        .addAttribute("here", name)
                        .addAttribute("asOf", moment.day() == null ? null : PageFormat.day(moment.day())));
    }
}
