package io.rapport.identity.web.person;

import io.rapport.identity.web.decision.DecisionAttribution;
import io.rapport.identity.web.decision.DecisionProblems;
import io.rapport.identity.web.decision.DecisionView;
import io.rapport.identity.web.display.PersonIdentityView;

import io.rapport.contracts.BrandKey;
import io.rapport.identity.domain.decision.DecisionResult;
import io.rapport.identity.domain.decision.DecisionService;
import io.rapport.identity.domain.family.FamilyDirectory;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.family.PersonSearch;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.paging.Cursor;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import io.rapport.web.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** People, and what is decided about who they are. A decision is answered when it is stored and, if the broker is there, published. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/people")
public class PersonIdentityController {

    private static final String ORDER = "id";
    private static final int LONGEST = 200;

    private final BrandCatalogue brands;
    private final FamilyDirectory directory;
    private final PersonSearch search;
    private final DecisionService decisions;
    private final DecisionAttribution saying;

    PersonIdentityController(
            DecisionAttribution saying, BrandCatalogue brands, FamilyDirectory directory, PersonSearch search, DecisionService decisions) {
        this.saying = saying;
        this.brands = brands;
        this.directory = directory;
        this.search = search;
        this.decisions = decisions;
    }

    @GetMapping
    CursorPage<PersonSummary> list(BrandKey brand, @RequestParam(defaultValue = "") String q, PageRequest paging) {
        brands.require(brand);
        if (q.length() > LONGEST) {
            throw Problem.invalid("q", "q is at most " + LONGEST + " characters.")
                    .asException();
        }
        var after = paging.after() == null ? "" : paging.after().text(ORDER, 0);
        var found = search.find(brand, q, after, paging.limit() + 1);
        return CursorPage.of(found, paging.limit(), person -> Cursor.of(ORDER, person.person()))
                .map(PersonSummary::of);
    }

    @GetMapping("/{person}")
    PersonIdentityView person(BrandKey brand, @PathVariable UUID person) {
        brands.require(brand);
        return view(new PersonKey(brand, person));
    }

    @PostMapping("/{person}/merge")
    ResponseEntity<DecisionView> merge(
            BrandKey brand, @PathVariable UUID person, @RequestBody MergeRequest request, Caller caller) {
        brands.require(brand);
        var said = saying.attribute(caller, request.reason());
        var other = request.other();
        if (other == null) {
            throw DecisionProblems.invalid("other", "Say which other person this one is.");
        }
        var one = new PersonKey(brand, person);
        var two = new PersonKey(brand, other);
        return answer(DecisionProblems.orProblem(() -> decisions.merge(one, two, said, request.overrides())));
    }

    @PostMapping("/{person}/split")
    ResponseEntity<DecisionView> split(
            BrandKey brand, @PathVariable UUID person, @RequestBody SplitRequest request, Caller caller) {
        brands.require(brand);
        var said = saying.attribute(caller, request.reason());
        var handles = DecisionProblems.orInvalid("handles", () -> request.keys(brand));
        return answer(
                DecisionProblems.orProblem(() -> decisions.split(new PersonKey(brand, person), handles, request.to(), said)));
    }

    /** Accepted, not done, while the broker is away: it holds, and is published when the broker is back. */
    private ResponseEntity<DecisionView> answer(DecisionResult decided) {
        return ResponseEntity.status(decided.published() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(new DecisionView(decided.decision(), decided.published(), view(decided.person())));
    }

    private PersonIdentityView view(PersonKey key) {
        return directory
                .find(key)
                .map(family -> PersonIdentityView.of(family, key.person()))
                .orElseThrow(() -> Problem.notFound().asException());
    }
}
