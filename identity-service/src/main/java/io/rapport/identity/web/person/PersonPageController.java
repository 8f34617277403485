package io.rapport.identity.web.person;

import io.rapport.contracts.BrandKey;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.web.decision.DecisionBatchResult;
import io.rapport.identity.web.decision.DecisionReference;
import io.rapport.identity.web.decision.DecisionUndoHandler;
import io.rapport.identity.web.display.BrandPaths;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The pages of people: search, detail, decisions and undo. */
@Controller
@RequestMapping("/agencies/{agency}/brands/{brand}/identities")
public class PersonPageController extends PageController {

    private final BrandCatalogue brands;
    private final PersonPageBuilder pages;
    private final PersonDecisionHandler handler;
    private final DecisionUndoHandler undoHandler;

    PersonPageController(
            BrandCatalogue brands,
            PersonPageBuilder pages,
            PersonDecisionHandler handler,
            DecisionUndoHandler undoHandler) {
        this.brands = brands;
        this.pages = pages;
        this.handler = handler;
        this.undoHandler = undoHandler;
    }

    @GetMapping
    ModelAndView people(
            BrandKey brand,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID after,
            Caller caller) {
        brands.require(brand);
        return pages.people(brand, caller, q, after == null ? "" : after.toString());
    }

    @GetMapping("/{person}")
    ModelAndView person(
            BrandKey brand,
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable List<String> did,
            Caller caller) {
        brands.require(brand);
        return pages.person(
                new PersonPageBuilder.PersonPageRequest(brand, person, caller),
                DecisionReference.parse(did),
                q,
                List.of());
    }

    @PostMapping(path = "/{person}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView decide(
            BrandKey brand, @PathVariable UUID person, PersonDecisionHandler.PersonDecisionForm fields, Caller caller) {
        brands.require(brand);
        var requested = new PersonPageBuilder.PersonPageRequest(brand, person, caller);
        return respond(requested, handler.decide(new PersonKey(brand, person), fields, caller));
    }

    @PostMapping(path = "/{person}/undo", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView undo(
            BrandKey brand,
            @PathVariable UUID person,
            @RequestParam List<String> did,
            @RequestParam(required = false) @Nullable String reason,
            Caller caller) {
        brands.require(brand);
        var references = DecisionReference.parse(did);
        var requested = new PersonPageBuilder.PersonPageRequest(brand, person, caller);
        return respond(requested, undoHandler.undo(brand, references, undoHandler.attribute(caller, reason)));
    }

    /** Redirects after a decision, so that a reload does not repeat it; renders the page if a decision was refused. */
    private ModelAndView respond(PersonPageBuilder.PersonPageRequest requested, DecisionBatchResult outcome) {
        if (!outcome.refused().isEmpty()) {
            var page = pages.person(requested, outcome.done(), "", outcome.refused());
            page.setStatus(HttpStatusCode.valueOf(outcome.status()));
            return page;
        }
        return seeOther(UriComponentsBuilder.fromPath(BrandPaths.people(requested.brand()) + "/" + requested.person())
                .queryParam("did", outcome.references())
                .encode()
                .toUriString());
    }
}
