package io.rapport.identity.web;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.web.BrandCatalogue;
import io.rapport.web.Caller;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people give their token, and choose a brand. */
@Controller
class HomePages extends PageProblems {

    private static final Comparator<BrandRegistered> BY_NAME =
            Comparator.comparing(BrandRegistered::agency).thenComparing(BrandRegistered::name);

    private final BrandCatalogue catalogue;

    HomePages(BrandCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * A brand in the list.
     *
     * @param path where its suggestions are
     */
    record Link(String name, String agency, String path) {

        static Link of(BrandRegistered brand) {
            return new Link(Shown.text(brand.name()), brand.agency(), ReviewPages.path(brand.brandKey()));
        }
    }

    @GetMapping("/")
    String home(Caller caller, Model model) {
        model.addAttribute(
                "brands",
                catalogue.all().stream()
                        .filter(brand -> caller.sees(brand.brandKey()))
                        .sorted(BY_NAME)
                        .map(Link::of)
                        .toList());
        return "brands";
    }

    @GetMapping("/sign-in")
    String signIn(
            @RequestParam(defaultValue = "/") String next,
            @RequestParam(required = false) @Nullable String failed,
            Model model) {
        model.addAttribute("next", next).addAttribute("failed", failed != null);
        return "sign-in";
    }
}
