package io.rapport.identity.web.brand;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.identity.web.display.BrandPaths;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import io.rapport.web.pages.PageText;
import java.util.Comparator;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of brands the caller may see. */
@Controller
public class BrandListPageController extends PageController {

    private static final Comparator<BrandRegistered> BY_NAME =
            Comparator.comparing(BrandRegistered::agency).thenComparing(BrandRegistered::name);

    private final BrandCatalogue catalogue;

    BrandListPageController(BrandCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * A brand in the list.
     *
     * @param path path of its review queue
     */
    record BrandLink(String name, String agency, String path) {

        static BrandLink of(BrandRegistered brand) {
            return new BrandLink(PageText.line(brand.name()), brand.agency(), BrandPaths.reviews(brand.brandKey()));
        }
    }

    @GetMapping("/")
    String home(Caller caller, Model model) {
        model.addAttribute(
                "brands",
                catalogue.all().stream()
                        .filter(brand -> caller.canSee(brand.brandKey()))
                        .sorted(BY_NAME)
                        .map(BrandLink::of)
                        .toList());
        return "brands";
    }
}
