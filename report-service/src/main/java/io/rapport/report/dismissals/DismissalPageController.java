package io.rapport.report.dismissals;

import io.rapport.contracts.BrandKey;
import io.rapport.report.page.BrandPageLink;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import io.rapport.web.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The forms of the service page and of a person's page that mark questions as needing no answer. */
@Controller
@RequestMapping(
        path = "/agencies/{agency}/brands/{brand}/people/{id}",
        consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
class DismissalPageController extends PageController {

    private final BrandCatalogue catalogue;
    private final DismissalHandler handler;

    DismissalPageController(BrandCatalogue catalogue, DismissalHandler handler) {
        this.catalogue = catalogue;
        this.handler = handler;
    }

    /**
     * The fields of the forms.
     *
     * @param back {@code service} to return to the service page, else to the person
     */
    record DismissalFields(
            @Nullable String reason,
            @Nullable String upTo,
            @Nullable String back) {

        DismissalRequest request() {
            try {
                return new DismissalRequest(reason, upTo == null || upTo.isBlank() ? null : Instant.parse(upTo));
            } catch (DateTimeException e) {
                throw Problem.invalid("upTo", "upTo is an instant such as 2026-03-01T10:00:00Z.")
                        .asException();
            }
        }
    }

    @PostMapping("/dismiss")
    ModelAndView dismiss(BrandKey brand, @PathVariable UUID id, DismissalFields fields, Caller caller) {
        catalogue.require(brand);
        handler.dismiss(brand, handler.find(brand, id), fields.request(), caller);
        return back(brand, id, fields);
    }

    @PostMapping("/reopen")
    ModelAndView reopen(BrandKey brand, @PathVariable UUID id, DismissalFields fields, Caller caller) {
        catalogue.require(brand);
        handler.undo(brand, handler.find(brand, id), fields.request(), caller);
        return back(brand, id, fields);
    }

    private static ModelAndView back(BrandKey brand, UUID id, DismissalFields fields) {
        var path = BrandPageLink.path(brand.agency(), brand.brand());
        return seeOther("service".equals(fields.back()) ? path + "/service" : path + "/people/" + id);
    }
}
