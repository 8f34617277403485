package io.rapport.report.web;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.Moment;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageText;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.ModelMap;
import org.springframework.web.servlet.ModelAndView;

/** What stands around the figures on every page of a brand: whose they are, of which day, and where the others are. */
final class Frame {

    private final BrandCatalogue catalogue;
    private final Days days;

    Frame(BrandCatalogue catalogue, Days days) {
        this.catalogue = catalogue;
        this.days = days;
    }

    /** The day a page is about; a brand that is not registered has no page. */
    Moment moment(BrandKey brand, @Nullable String asOf) {
        catalogue.require(brand);
        return days.moment(brand, asOf);
    }

    /** A page, named as its template and its address are. */
    ModelAndView page(String name, BrandKey brand, Moment moment) {
        var path = BrandLink.path(brand.agency(), brand.brand());
        return new ModelAndView(
                name,
                new ModelMap("brand", PageText.line(catalogue.require(brand).name()))
                        .addAttribute("key", brand)
                        .addAttribute("brandPath", path)
                        .addAttribute("path", path + "/" + name)
                        .addAttribute("here", name)
                        .addAttribute("asOf", moment.asOf() == null ? null : Show.day(moment.asOf())));
    }
}
