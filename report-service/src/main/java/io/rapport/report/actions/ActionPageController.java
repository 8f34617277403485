package io.rapport.report.actions;

import io.rapport.contracts.BrandKey;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.ReturnPath;
import io.rapport.web.auth.Caller;
import io.rapport.web.auth.PresentedToken;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The form of pages that records what staff did for a person. */
@Controller
class ActionPageController extends PageController {

    private final BrandCatalogue catalogue;
    private final ActionHandler handler;
    private final SelectionHandler selections;

    ActionPageController(BrandCatalogue catalogue, ActionHandler handler, SelectionHandler selections) {
        this.catalogue = catalogue;
        this.handler = handler;
        this.selections = selections;
    }

    @PostMapping(
            path = "/agencies/{agency}/brands/{brand}/people/{id}/actions",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView act(
            BrandKey brand, @PathVariable UUID id, ActionFields fields, Caller caller, HttpServletRequest request) {
        var registered = catalogue.require(brand);
        var recorded = handler.record(registered, id, fields, caller.name(), PresentedToken.require(request));
        var brandPath = BrandPageLink.path(brand.agency(), brand.brand());
        return seeOther(next(brandPath, fields.back(), recorded));
    }

    /** Records an action for several people of the list. */
    @PostMapping(
            path = "/agencies/{agency}/brands/{brand}/people/actions",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView actForSelection(BrandKey brand, SelectionFields fields, Caller caller, HttpServletRequest request) {
        var result = selections.record(catalogue.require(brand), fields, caller, PresentedToken.require(request));
        var done = RecordedNote.value(fields.selectionAction(), result.recorded(), result.left());
        var brandPath = BrandPageLink.path(brand.agency(), brand.brand());
        return seeOther(ReturnPath.of(brandPath, fields.back(), done, brandPath + "/people?done=" + done));
    }

    private static String next(String brandPath, @Nullable String back, ActionHandler.RecordedAction recorded) {
        var done = recorded.action().value();
        var personPage = brandPath + "/people/" + recorded.person() + "?done=" + done + "#e-" + recorded.engagement();
        return ReturnPath.of(brandPath, back, done, personPage);
    }
}
