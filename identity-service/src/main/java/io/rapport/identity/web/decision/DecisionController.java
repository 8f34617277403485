package io.rapport.identity.web.decision;

import io.rapport.identity.web.display.PersonIdentityView;

import io.rapport.contracts.BrandKey;
import io.rapport.identity.domain.decision.DecisionResult;
import io.rapport.identity.domain.decision.DecisionService;
import io.rapport.identity.domain.family.FamilyDirectory;
import io.rapport.identity.domain.link.InferredLinkQuery;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.decision.DecisionRationale;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.paging.Cursor;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import io.rapport.web.problem.Problem;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Taking decisions back: any one of them, a distinction, or many that likeness made. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}")
public class DecisionController {

    private static final String ORDER = "person";
    private static final int MOST = 500;

    private final BrandCatalogue brands;
    private final DecisionService decisions;
    private final InferredLinkQuery inference;
    private final FamilyDirectory directory;
    private final DecisionAttribution saying;

    DecisionController(
            BrandCatalogue brands, DecisionService decisions, InferredLinkQuery inference, FamilyDirectory directory, DecisionAttribution saying) {
        this.brands = brands;
        this.decisions = decisions;
        this.inference = inference;
        this.directory = directory;
        this.saying = saying;
    }

    /**
     * Says that two people are not one.
     *
     * @param other the other person
     * @param reason in the decider's words
     */
    record DistinctRequest(@Nullable UUID other, @Nullable String reason) {}

    @PostMapping("/people/{person}/distinct")
    ResponseEntity<DecisionView> distinct(
            BrandKey brand, @PathVariable UUID person, @RequestBody DistinctRequest request, Caller caller) {
        brands.require(brand);
        var said = saying.attribute(caller, request.reason());
        if (request.other() == null) {
            throw DecisionProblems.invalid("other", "Say which other person this one is not.");
        }
        var other = new PersonKey(brand, request.other());
        return answer(DecisionProblems.orProblem(() -> decisions.distinct(new PersonKey(brand, person), other, said)));
    }

    @DeleteMapping("/people/{person}/distinct/{other}")
    ResponseEntity<List<DecisionView>> liftDistinction(
            BrandKey brand,
            @PathVariable UUID person,
            @PathVariable UUID other,
            @RequestParam(required = false) @Nullable String reason,
            Caller caller) {
        brands.require(brand);
        var said = saying.attribute(caller, reason);
        var one = new PersonKey(brand, person);
        var two = new PersonKey(brand, other);
        var lifted = DecisionProblems.orProblem(() -> decisions.lift(one, two, said));
        saying.rematch(List.of(one, two));
        return ResponseEntity.ok(lifted.stream().map(this::view).toList());
    }

    @PostMapping("/people/{person}/decisions/{decision}/undo")
    ResponseEntity<DecisionView> undo(
            BrandKey brand,
            @PathVariable UUID person,
            @PathVariable UUID decision,
            @RequestBody ReasonRequest request,
            Caller caller) {
        brands.require(brand);
        var said = saying.attribute(caller, request.reason());
        var undone = DecisionProblems.orProblem(() -> decisions.undo(new PersonKey(brand, person), decision, said));
        rematch(undone);
        return answer(undone);
    }

    @GetMapping("/inferred")
    CursorPage<InferredLinkView> inferred(BrandKey brand, PageRequest paging) {
        brands.require(brand);
        var after = paging.after() == null ? "" : paging.after().text(ORDER, 0);
        var found = inference.findLinks(brand, after, paging.limit() + 1);
        return CursorPage.of(found, paging.limit(), link -> Cursor.of(ORDER, link.cursor()))
                .map(InferredLinkView::of);
    }

    /**
     * Which of the links that likeness made are taken back.
     *
     * @param decisions which, at most 500
     * @param reason in the decider's words
     */
    record UndoRequest(
            @Nullable List<UndoItem> decisions, @Nullable String reason) {}

    /**
     * One of them.
     *
     * @param person anybody it is about
     * @param decision its id
     */
    record UndoItem(@Nullable UUID person, @Nullable UUID decision) {}

    @PostMapping("/inferred/undo")
    List<BulkDecisionResult> undo(BrandKey brand, @RequestBody UndoRequest request, Caller caller) {
        brands.require(brand);
        var said = saying.attribute(caller, request.reason());
        var items = BulkDecisionResult.bounded(request.decisions(), MOST);
        return items.stream()
                .map(item -> BulkDecisionResult.of(item.decision(), () -> undo(brand, item, said)))
                .toList();
    }

    private DecisionResult undo(BrandKey brand, UndoItem item, DecisionRationale said) {
        var person = item.person();
        var decision = item.decision();
        if (person == null || decision == null) {
            throw DecisionProblems.invalid("decisions", "Each item names a person and a decision.");
        }
        var undone = DecisionProblems.orProblem(() -> decisions.undo(new PersonKey(brand, person), decision, said));
        rematch(undone);
        return undone;
    }

    private void rematch(DecisionResult undone) {
        var lead = undone.person();
        saying.rematch(List.of(lead, new PersonKey(lead.brand(), undone.other())));
    }

    private ResponseEntity<DecisionView> answer(DecisionResult decided) {
        return ResponseEntity.status(decided.published() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(view(decided));
    }

    private DecisionView view(DecisionResult decided) {
        return directory
                .find(decided.person())
                .map(family -> new DecisionView(
                        decided.decision(),
                        decided.published(),
                        PersonIdentityView.of(family, decided.person().person())))
                .orElseThrow(() -> Problem.notFound().asException());
    }
}
