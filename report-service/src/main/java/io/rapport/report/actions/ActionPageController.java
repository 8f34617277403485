package io.rapport.report.actions;

import io.rapport.contracts.BrandKey;
import io.rapport.report.page.BrandPageLink;
import io.rapport.web.auth.Caller;
import io.rapport.web.auth.PresentedToken;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import io.rapport.web.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The form of pages that records what staff did for a person. */
@Controller
class ActionPageController extends PageController {

    /** A list of the same brand, with its filters. */
    private static final Pattern LIST = Pattern.compile("(?:/people|/service)?(?:\\?[A-Za-z0-9._~%&=+-]*)?");

    private final BrandCatalogue catalogue;
    private final ActionHandler handler;

    ActionPageController(BrandCatalogue catalogue, ActionHandler handler) {
        this.catalogue = catalogue;
        this.handler = handler;
    }

    @PostMapping(
            path = "/agencies/{agency}/brands/{brand}/people/{id}/actions",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> act(
            BrandKey brand, @PathVariable UUID id, ActionFields fields, Caller caller, HttpServletRequest request) {
        var registered = catalogue.require(brand);
        var token = PresentedToken.find(request)
                .orElseThrow(() -> Problem.notFound().asException());
        var recorded = handler.record(registered, id, fields, caller.name(), token);
        var brandPath = BrandPageLink.path(brand.agency(), brand.brand());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, next(brandPath, fields.back(), recorded))
                .build();
    }

    private static String next(String brandPath, @Nullable String back, ActionHandler.RecordedAction recorded) {
        var done = "done=" + recorded.action().value();
        if (back != null && back.startsWith(brandPath)) {
            var list = back.substring(brandPath.length());
            if (LIST.matcher(list).matches()) {
                return back + (list.contains("?") ? "&" : "?") + done;
            }
        }
        return brandPath + "/people/" + recorded.person() + "?" + done + "#e-" + recorded.engagement();
    }
}
