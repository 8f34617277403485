package io.rapport.report.story;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.story.StoryKind;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.domain.story.StoryService;
import io.rapport.report.domain.story.StoryService.ToldStory;
import io.rapport.report.request.RequestParameters;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Stories about people: successes, opportunities and invitations, written down as text. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}")
class StoryController {

    private static final int MAX_FOUND = 500;
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final BrandCatalogue catalogue;
    private final StoryService stories;
    private final StoryHandler handler;
    private final PersonDirectory directory;

    StoryController(BrandCatalogue catalogue, StoryService stories, StoryHandler handler, PersonDirectory directory) {
        this.catalogue = catalogue;
        this.stories = stories;
        this.handler = handler;
        this.directory = directory;
    }

    /** Stories, newest first. */
    record StoryList(List<StoryView> items) {}

    /**
     * A story that was saved.
     *
     * @param published whether the broker has acknowledged it; if not, it is published later
     */
    record StorySaved(StoryView story, boolean published) {}

    /** The query parameters of a search. */
    record StoryQuery(
            @Parameter(description = "yyyy-MM-dd: stories of this day or later") @Nullable
            String from,

            @Parameter(description = "yyyy-MM-dd: stories of this day or earlier") @Nullable
            String to,

            @Parameter(description = "SUCCESS, OPPORTUNITY or INVITATION") @Nullable
            String kind,

            @Parameter(description = "a text that the story contains, in any case") @Nullable
            String q) {}

    @Operation(summary = "Stories of the brand's people, newest first, at most 500")
    @GetMapping("/stories")
    StoryList find(BrandKey brand, @ParameterObject StoryQuery query) {
        catalogue.require(brand);
        var from = Objects.requireNonNullElse(RequestParameters.parseDay("from", query.from()), FIRST_DAY);
        var to = Objects.requireNonNullElse(RequestParameters.parseDay("to", query.to()), LAST_DAY);
        var kind = RequestParameters.parseEnum(StoryKind.class, "kind", query.kind());
        var found = stories.findInDays(brand, from, to, MAX_FOUND).stream()
                .filter(told -> kind == null || told.story().kind() == kind)
                .filter(told -> contains(told, query.q()))
                .toList();
        return list(brand, found);
    }

    @Operation(summary = "The stories about a person, newest first")
    @GetMapping("/people/{person}/stories")
    StoryList ofPerson(BrandKey brand, @PathVariable UUID person) {
        catalogue.require(brand);
        return list(brand, stories.find(brand, person));
    }

    @Operation(summary = "Write down a story about a person. Needs a token with the scope ADMIN")
    @PostMapping("/people/{person}/stories")
    ResponseEntity<StorySaved> tell(
            BrandKey brand, @PathVariable UUID person, @RequestBody StoryRequest request, Caller caller) {
        catalogue.require(brand);
        var saved = handler.tell(brand, person, request, caller);
        var told = saved.told();
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new StorySaved(
                        StoryView.of(told, directory.find(brand, told.person()).name()), saved.published()));
    }

    @Operation(summary = "Delete a story about a person. Needs a token with the scope ADMIN")
    @DeleteMapping("/people/{person}/stories/{story}")
    ResponseEntity<Void> delete(BrandKey brand, @PathVariable UUID person, @PathVariable UUID story) {
        catalogue.require(brand);
        handler.delete(brand, person, story);
        return ResponseEntity.noContent().build();
    }

    private StoryList list(BrandKey brand, List<ToldStory> found) {
        var known = directory.findAll(
                brand, found.stream().map(ToldStory::person).distinct().toList());
        return new StoryList(found.stream()
                .map(told -> StoryView.of(told, known.apply(told.person()).name()))
                .toList());
    }

    private static boolean contains(ToldStory told, @Nullable String text) {
        return text == null
                || told.story()
                        .text()
                        .toLowerCase(Locale.ROOT)
                        .contains(text.strip().toLowerCase(Locale.ROOT));
    }
}
