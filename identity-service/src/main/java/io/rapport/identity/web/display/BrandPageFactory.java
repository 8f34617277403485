package io.rapport.identity.web.display;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.access.Scope;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageText;
import org.springframework.ui.ModelMap;
import org.springframework.web.servlet.ModelAndView;

/** Creates the pages of a brand with the attributes that all of them share. */
public final class BrandPageFactory {

    private final BrandCatalogue brands;

    public BrandPageFactory(BrandCatalogue brands) {
        this.brands = brands;
    }

    /** Creates a page with name, key and paths of the brand, and whether the caller may make decisions. */
    public ModelAndView create(String view, BrandKey brand, Caller caller) {
        return new ModelAndView(
                view,
                new ModelMap("brand", PageText.line(brands.require(brand).name()))
                        .addAttribute("key", brand)
                        .addAttribute("peoplePath", BrandPaths.people(brand))
                        .addAttribute("reviewPath", BrandPaths.reviews(brand))
                        .addAttribute("erasurePath", BrandPaths.erasures(brand))
                        .addAttribute("mayDecide", caller.hasScope(Scope.ADMIN)));
    }
}
