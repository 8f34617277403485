package io.rapport.identity.web.person;

import io.rapport.identity.web.decision.DecisionBatchResult;
import io.rapport.identity.web.decision.DecisionReference;
import io.rapport.identity.web.review.ReviewDecisionHandler;
import io.rapport.identity.web.review.ReviewSelectionRequest;

import io.rapport.contracts.BrandKey;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/** The people of a brand, and the page of each: who they are, why we think so, and what a person may decide about it. */
@Controller
@RequestMapping("/agencies/{agency}/brands/{brand}/people")
public class PersonPageController extends PageController {

    private final BrandCatalogue brands;
    private final PersonPageBuilder screen;
    private final PersonDecisionHandler desk;
    private final ReviewDecisionHandler undoing;

    PersonPageController(BrandCatalogue brands, PersonPageBuilder screen, PersonDecisionHandler desk, ReviewDecisionHandler undoing) {
        this.brands = brands;
        this.screen = screen;
        this.desk = desk;
        this.undoing = undoing;
    }

    @GetMapping
    ModelAndView people(
            BrandKey brand,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID after,
            Caller caller) {
        brands.require(brand);
        return screen.people(brand, caller, q, after == null ? "" : after.toString());
    }

    @GetMapping("/{person}")
    ModelAndView person(
            BrandKey brand,
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String q,
            ReviewSelectionRequest wish,
            Caller caller) {
        brands.require(brand);
        return screen.person(new PersonPageBuilder.PersonPageRequest(brand, person, caller), wish, q, List.of());
    }

    @PostMapping(path = "/{person}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView decide(BrandKey brand, @PathVariable UUID person, PersonDecisionHandler.PersonDecisionForm fields, Caller caller) {
        brands.require(brand);
        var asked = new PersonPageBuilder.PersonPageRequest(brand, person, caller);
        return respond(asked, desk.decide(new PersonKey(brand, person), fields, caller));
    }

    @PostMapping(path = "/{person}/undo", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView undo(
            BrandKey brand,
            @PathVariable UUID person,
            @RequestParam List<String> did,
            @RequestParam(required = false) @Nullable String reason,
            Caller caller) {
        brands.require(brand);
        var noted = new ReviewSelectionRequest(null, null, did).decisions();
        var asked = new PersonPageBuilder.PersonPageRequest(brand, person, caller);
        return respond(asked, undoing.undo(brand, noted, undoing.attribute(caller, reason, true)));
    }

    /** Elsewhere, so that a reload decides nothing again; or here, with what was refused. */
    private ModelAndView respond(PersonPageBuilder.PersonPageRequest asked, DecisionBatchResult outcome) {
        var did = outcome.done().stream().map(DecisionReference::text).toList();
        if (!outcome.refused().isEmpty()) {
            var page = screen.person(asked, new ReviewSelectionRequest(null, null, did), "", outcome.refused());
            page.setStatus(HttpStatusCode.valueOf(outcome.status()));
            return page;
        }
        var view =
                new RedirectView(UriComponentsBuilder.fromPath(PersonPageBuilder.path(asked.brand()) + "/" + asked.person())
                        .queryParam("did", did)
                        .encode()
                        .toUriString());
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }
}
