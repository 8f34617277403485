package io.rapport.report.suggestions;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.domain.suggestion.SuggestionService.DismissedSuggestion;
import io.rapport.report.domain.suggestion.SuggestionService.SavedSuggestion;
import io.rapport.report.page.BrandPageLink;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Dismissed suggestions about people. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/suggestions")
class SuggestionController {

    private final BrandCatalogue catalogue;
    private final SuggestionHandler handler;
    private final PersonDirectory directory;

    SuggestionController(BrandCatalogue catalogue, SuggestionHandler handler, PersonDirectory directory) {
        this.catalogue = catalogue;
        this.handler = handler;
        this.directory = directory;
    }

    /** Dismissed suggestions, newest first. */
    record SuggestionList(List<SuggestionView> items) {}

    /**
     * A decision that was saved.
     *
     * @param published whether the broker has acknowledged it; if not, it is published later
     */
    record SuggestionSaved(SuggestionView suggestion, boolean published) {}

    @Operation(
            summary =
                    "The suggestions about people that are dismissed now, newest first, of at most 500 people. One to thank or to"
                            + " get in touch is suggested again before its end when the person does something new")
    @GetMapping("/dismissed")
    SuggestionList find(BrandKey brand) {
        catalogue.require(brand);
        var found = handler.find(brand);
        var known = directory.findAll(
                brand,
                found.stream().map(DismissedSuggestion::person).distinct().toList());
        var path = path(brand);
        return new SuggestionList(found.stream()
                .map(each -> SuggestionView.of(each, known.apply(each.person()).name(), path))
                .toList());
    }

    /** Answers 202 while the broker is away: the decision is saved, and published when the broker is back. */
    @Operation(
            summary =
                    "Dismiss a suggestion (thank, introduce, drifting or came-back) about a person for 30 days. Needs a token with"
                            + " the scope INGEST")
    @PostMapping("/{kind}/{person}/dismiss")
    ResponseEntity<SuggestionSaved> dismiss(
            BrandKey brand,
            @PathVariable String kind,
            @PathVariable UUID person,
            @RequestBody(required = false) @Nullable SuggestionRequest request,
            Caller caller) {
        catalogue.require(brand);
        var body = Objects.requireNonNullElse(request, SuggestionRequest.EMPTY);
        return response(brand, handler.dismiss(brand, kind, person, body, caller));
    }

    @Operation(summary = "Undo the dismissal of a suggestion. Needs a token with the scope INGEST")
    @DeleteMapping("/{kind}/{person}/dismiss")
    ResponseEntity<SuggestionSaved> undo(
            BrandKey brand, @PathVariable String kind, @PathVariable UUID person, Caller caller) {
        catalogue.require(brand);
        return response(brand, handler.undo(brand, kind, person, caller));
    }

    private ResponseEntity<SuggestionSaved> response(BrandKey brand, SavedSuggestion from) {
        var name = directory.find(brand, from.saved().person()).name();
        return ResponseEntity.status(from.published() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(new SuggestionSaved(SuggestionView.of(from.saved(), name, path(brand)), from.published()));
    }

    private static String path(BrandKey brand) {
        return BrandPageLink.path(brand.agency(), brand.brand());
    }
}
