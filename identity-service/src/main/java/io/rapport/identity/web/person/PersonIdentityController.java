package io.rapport.identity.web.person;

import io.rapport.contracts.BrandKey;
import io.rapport.identity.domain.decision.DecisionService;
import io.rapport.identity.domain.family.FamilyDirectory;
import io.rapport.identity.domain.family.PersonSearch;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.web.decision.DecisionAttribution;
import io.rapport.identity.web.decision.DecisionProblems;
import io.rapport.identity.web.decision.DecisionResponseMapper;
import io.rapport.identity.web.decision.DecisionView;
import io.rapport.identity.web.display.PersonIdentityView;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.paging.Cursor;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import io.rapport.web.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Searches people, and merges and splits them. {@code …/identities} is the same as {@code …/people}, which the gateway
 * routes to the report service. A response is sent once the decision is stored; 202 means it is not published yet.
 */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}")
public class PersonIdentityController {

    private static final String ORDER = "id";
    private static final int MAX_LENGTH = 200;

    private final BrandCatalogue brands;
    private final FamilyDirectory directory;
    private final DecisionResponseMapper responses;
    private final PersonSearch search;
    private final DecisionService decisions;
    private final DecisionAttribution attribution;

    PersonIdentityController(
            DecisionAttribution attribution,
            BrandCatalogue brands,
            FamilyDirectory directory,
            PersonSearch search,
            DecisionService decisions) {
        this.attribution = attribution;
        this.brands = brands;
        this.directory = directory;
        this.responses = new DecisionResponseMapper(directory);
        this.search = search;
        this.decisions = decisions;
    }

    @Operation(summary = "The people of the brand with their handles")
    @GetMapping({"/identities", "/people"})
    CursorPage<PersonSummary> list(BrandKey brand, @RequestParam(defaultValue = "") String q, PageRequest paging) {
        brands.require(brand);
        if (q.length() > MAX_LENGTH) {
            throw Problem.invalid("q", "q is at most " + MAX_LENGTH + " characters.")
                    .asException();
        }
        var after = paging.after() == null ? "" : paging.after().text(ORDER, 0);
        var found = search.find(brand, q, after, paging.limit() + 1);
        return CursorPage.of(found, paging.limit(), person -> Cursor.of(ORDER, person.person()))
                .map(PersonSummary::of);
    }

    @Operation(summary = "A person with handles, evidence and decisions")
    @GetMapping({"/identities/{person}", "/people/{person}"})
    PersonIdentityView person(BrandKey brand, @PathVariable UUID person) {
        brands.require(brand);
        return view(new PersonKey(brand, person));
    }

    @Operation(summary = "Merge another person into a person")
    @PostMapping("/people/{person}/merge")
    ResponseEntity<DecisionView> merge(
            BrandKey brand, @PathVariable UUID person, @RequestBody MergeRequest request, Caller caller) {
        brands.require(brand);
        var rationale = attribution.attribute(caller, request.reason());
        var other = request.other();
        if (other == null) {
            throw DecisionProblems.invalid("other", "other is required: the person to merge with.");
        }
        var one = new PersonKey(brand, person);
        var two = new PersonKey(brand, other);
        return responses.respond(
                DecisionProblems.orProblem(() -> decisions.merge(one, two, rationale, request.overrides())));
    }

    @Operation(summary = "Split handles from a person")
    @PostMapping("/people/{person}/split")
    ResponseEntity<DecisionView> split(
            BrandKey brand, @PathVariable UUID person, @RequestBody SplitRequest request, Caller caller) {
        brands.require(brand);
        var rationale = attribution.attribute(caller, request.reason());
        var handles = DecisionProblems.orInvalid("handles", () -> request.keys(brand));
        return responses.respond(DecisionProblems.orProblem(
                () -> decisions.split(new PersonKey(brand, person), handles, request.to(), rationale)));
    }

    private PersonIdentityView view(PersonKey key) {
        return directory
                .find(key)
                .map(family -> PersonIdentityView.of(family, key.person()))
                .orElseThrow(() -> Problem.notFound().asException());
    }
}
