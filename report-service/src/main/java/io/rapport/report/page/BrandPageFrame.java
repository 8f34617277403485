package io.rapport.report.page;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.request.AsOfResolver;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageText;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.ModelMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The model attributes that every page of a brand has: the brand, the day and the links to the other pages. */
public final class BrandPageFrame {

    private final BrandCatalogue catalogue;
    private final AsOfResolver days;

    /** A frame for the pages of registered brands. */
    public BrandPageFrame(BrandCatalogue catalogue, AsOfResolver days) {
        this.catalogue = catalogue;
        this.days = days;
    }

    /** The day of a page; fails with 404 for a brand that is not registered. */
    public AsOfDay resolveDay(BrandKey brand, @Nullable String asOf) {
        catalogue.require(brand);
        return days.resolve(brand, asOf);
    }

    /** The address of this installation, for the hints on an empty page. */
    public static String address() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
    }

    /** The model of a page. The name is both that of its template and the last part of its path. */
    public ModelAndView page(String name, BrandKey brand, AsOfDay asOf) {
        var path = BrandPageLink.path(brand.agency(), brand.brand());
        return new ModelAndView(
                name,
                new ModelMap("brand", PageText.line(catalogue.require(brand).name()))
                        .addAttribute("key", brand)
                        .addAttribute("brandPath", path)
                        .addAttribute("path", path + "/" + name)
                        .addAttribute("here", name)
                        .addAttribute("address", address())
                        .addAttribute("current", asOf.current())
                        .addAttribute("day", DayChoice.of(asOf))
                        .addAttribute("asOf", asOf.day() == null ? null : PageFormat.day(asOf.day())));
    }
}
