package io.rapport.report.suggestions;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.access.Scope;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.domain.suggestion.SuggestionService.DismissedSuggestion;
import io.rapport.report.page.BrandPageFrame;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.PersonName;
import io.rapport.report.request.WindowRequest;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import java.time.ZoneId;
import java.util.List;
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

/** The page of dismissed suggestions, and the forms of pages that dismiss them and undo that. */
@Controller
@RequestMapping("/agencies/{agency}/brands/{brand}/suggestions")
class SuggestionPageController extends PageController {

    private final BrandCatalogue catalogue;
    private final BrandPageFrame frame;
    private final SuggestionHandler handler;
    private final PersonDirectory directory;

    SuggestionPageController(
            BrandCatalogue catalogue, BrandPageFrame frame, SuggestionHandler handler, PersonDirectory directory) {
        this.catalogue = catalogue;
        this.frame = frame;
        this.handler = handler;
        this.directory = directory;
    }

    @GetMapping
    ModelAndView suggestions(BrandKey brand, @RequestParam(required = false) @Nullable String done, Caller caller) {
        return frame.page("suggestions", brand, frame.resolveDay(brand, null))
                .addAllObjects(new WindowRequest(null, null).model())
                .addObject("here", "home")
                .addObject("done", SuggestionNote.of(done))
                .addObject("rows", rows(brand, caller));
    }

    @PostMapping(path = "/{kind}/{person}/dismiss", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView dismiss(
            BrandKey brand,
            @PathVariable String kind,
            @PathVariable UUID person,
            SuggestionRequest fields,
            Caller caller) {
        catalogue.require(brand);
        handler.dismiss(brand, kind, person, fields, caller);
        return see(path(brand), SuggestionNote.DISMISSED);
    }

    @PostMapping(path = "/{kind}/{person}/undo", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView undo(BrandKey brand, @PathVariable String kind, @PathVariable UUID person, Caller caller) {
        catalogue.require(brand);
        handler.undo(brand, kind, person, caller);
        return see(path(brand) + "/suggestions", SuggestionNote.UNDONE);
    }

    private List<SuggestionRow> rows(BrandKey brand, Caller caller) {
        var found = handler.find(brand);
        var known = directory.findAll(
                brand,
                found.stream().map(DismissedSuggestion::person).distinct().toList());
        var zone = ZoneId.of(catalogue.require(brand).timeZone());
        var path = path(brand);
        return found.stream()
                .map(each -> SuggestionRow.of(
                        each, PersonName.of(known.apply(each.person())), path, zone, caller.hasScope(Scope.INGEST)))
                .toList();
    }

    private static ModelAndView see(String path, SuggestionNote note) {
        return seeOther(path + "?done=" + note.value());
    }

    private static String path(BrandKey brand) {
        return BrandPageLink.path(brand.agency(), brand.brand());
    }
}
