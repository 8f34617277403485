package io.rapport.identity.web.erasure;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.ErasedPart;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.web.display.BrandPageFactory;
import io.rapport.identity.web.display.BrandPaths;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import io.rapport.web.pages.PageText;
import io.rapport.web.paging.PageRequest;
import io.rapport.web.problem.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The erasure form on a person's page and the erasure receipt. */
@Controller
@RequestMapping("/agencies/{agency}/brands/{brand}")
public class ErasurePageController extends PageController {

    private static final String RETRY_AFTER = "2";

    private final BrandCatalogue brands;
    private final PersonErasureHandler handler;
    private final BrandPageFactory pages;

    ErasurePageController(BrandCatalogue brands, PersonErasureHandler handler, BrandPageFactory pages) {
        this.brands = brands;
        this.handler = handler;
        this.pages = pages;
    }

    @PostMapping(path = "/identities/{person}/erase", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView erase(
            BrandKey brand,
            @PathVariable UUID person,
            @RequestParam(required = false) @Nullable Boolean sure,
            @RequestParam(defaultValue = "") String reason,
            Caller caller) {
        brands.require(brand);
        if (!Boolean.TRUE.equals(sure)) {
            throw Problem.invalid("sure", "Confirm the erasure: it cannot be taken back.")
                    .asException();
        }
        var erasure = handler.erase(new PersonKey(brand, person), reason, caller);
        var receipt = BrandPaths.erasure(brand, erasure.state().erasure());
        return seeOther(receipt);
    }

    @GetMapping("/erasures")
    ModelAndView erasures(BrandKey brand, PageRequest paging, Caller caller) {
        brands.require(brand);
        var page = handler.findNewest(brand, paging).map(ErasureListItem::of);
        return pages.create("erasures", brand, caller)
                .addObject(
                        "rows",
                        page.items().stream()
                                .map(item -> ErasureRow.of(brand, item))
                                .toList())
                .addObject("next", page.next());
    }

    @GetMapping("/erasures/{id}")
    ModelAndView receipt(BrandKey brand, @PathVariable UUID id, Caller caller, HttpServletResponse response) {
        brands.require(brand);
        var erasure = handler.find(brand, id);
        if (!erasure.isDone()) {
            response.setHeader("Refresh", RETRY_AFTER);
        }
        var state = erasure.state();
        return pages.create("erasure", brand, caller)
                .addObject("id", id)
                .addObject("done", erasure.isDone())
                .addObject("who", PageText.line(state.by()) + ", " + PageText.time(state.at()))
                .addObject("reason", PageText.line(Objects.requireNonNullElse(state.reason(), "")))
                .addObject(
                        "parts", state.parts().stream().map(ErasedPartRow::of).toList());
    }

    /** What a service removed, on the receipt. */
    record ErasedPartRow(String service, boolean done, String removed) {

        static ErasedPartRow of(ErasedPart from) {
            return new ErasedPartRow(from.service(), from.done(), RemovalCount.words(from.removed()));
        }
    }

    /** An erasure in the list. */
    record ErasureRow(String path, String who, boolean done, String removed) {

        static ErasureRow of(BrandKey brand, ErasureListItem from) {
            return new ErasureRow(
                    BrandPaths.erasure(brand, from.id()),
                    PageText.line(from.by()) + ", " + PageText.time(from.at()),
                    from.done(),
                    RemovalCount.total(from.removed()));
        }
    }
}
