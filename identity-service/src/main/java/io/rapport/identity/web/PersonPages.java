package io.rapport.identity.web;

import io.rapport.contracts.BrandKey;
import io.rapport.identity.domain.PersonKey;
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
class PersonPages extends PageController {

    private final BrandCatalogue brands;
    private final PersonScreen screen;
    private final PersonDesk desk;
    private final ReviewDesk undoing;

    PersonPages(BrandCatalogue brands, PersonScreen screen, PersonDesk desk, ReviewDesk undoing) {
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
            ReviewWish wish,
            Caller caller) {
        brands.require(brand);
        return screen.person(new PersonScreen.Asked(brand, person, caller), wish, q, List.of());
    }

    @PostMapping(path = "/{person}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView decide(BrandKey brand, @PathVariable UUID person, PersonDesk.Fields fields, Caller caller) {
        brands.require(brand);
        var asked = new PersonScreen.Asked(brand, person, caller);
        return after(asked, desk.decide(new PersonKey(brand, person), fields, caller));
    }

    @PostMapping(path = "/{person}/undo", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView undo(
            BrandKey brand,
            @PathVariable UUID person,
            @RequestParam List<String> did,
            @RequestParam(required = false) @Nullable String reason,
            Caller caller) {
        brands.require(brand);
        var noted = new ReviewWish(null, null, did).noted();
        var asked = new PersonScreen.Asked(brand, person, caller);
        return after(asked, undoing.undo(brand, noted, undoing.said(caller, reason, true)));
    }

    /** Elsewhere, so that a reload decides nothing again; or here, with what was refused. */
    private ModelAndView after(PersonScreen.Asked asked, Outcome outcome) {
        var did = outcome.done().stream().map(Noted::text).toList();
        if (!outcome.refused().isEmpty()) {
            var page = screen.person(asked, new ReviewWish(null, null, did), "", outcome.refused());
            page.setStatus(HttpStatusCode.valueOf(outcome.status()));
            return page;
        }
        var view =
                new RedirectView(UriComponentsBuilder.fromPath(PersonScreen.path(asked.brand()) + "/" + asked.person())
                        .queryParam("did", did)
                        .encode()
                        .toUriString());
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }
}
