package io.rapport.identity.web.decision;

import io.rapport.contracts.BrandKey;
import io.rapport.identity.domain.decision.DecisionRationale;
import io.rapport.identity.domain.decision.DecisionResult;
import io.rapport.identity.domain.decision.DecisionService;
import io.rapport.identity.domain.family.FamilyDirectory;
import io.rapport.identity.domain.link.InferredLinkQuery;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.paging.Cursor;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Records distinctions, lists inferred links, and undoes decisions one by one or in bulk. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}")
public class DecisionController {

    private static final String ORDER = "person";
    private static final int MAX_ITEMS = 500;

    private final BrandCatalogue brands;
    private final DecisionService decisions;
    private final InferredLinkQuery inference;
    private final DecisionResponseMapper responses;
    private final DecisionAttribution attribution;
    private final DecisionUndoHandler undoHandler;

    DecisionController(
            BrandCatalogue brands,
            DecisionService decisions,
            InferredLinkQuery inference,
            FamilyDirectory directory,
            DecisionAttribution attribution) {
        this.brands = brands;
        this.decisions = decisions;
        this.inference = inference;
        this.responses = new DecisionResponseMapper(directory);
        this.attribution = attribution;
        this.undoHandler = new DecisionUndoHandler(decisions, new DecisionNoticeBuilder(directory), attribution);
    }

    /**
     * Declares two people distinct.
     *
     * @param other the other person
     * @param reason the reason given by the caller
     */
    record DistinctRequest(@Nullable UUID other, @Nullable String reason) {}

    @Operation(summary = "Declare that two people are not the same")
    @PostMapping("/people/{person}/distinct")
    ResponseEntity<DecisionView> distinct(
            BrandKey brand, @PathVariable UUID person, @RequestBody DistinctRequest request, Caller caller) {
        brands.require(brand);
        var rationale = attribution.attribute(caller, request.reason());
        if (request.other() == null) {
            throw DecisionProblems.invalid("other", "other is required: the person this one is distinct from.");
        }
        var other = new PersonKey(brand, request.other());
        return responses.respond(
                DecisionProblems.orProblem(() -> decisions.distinct(new PersonKey(brand, person), other, rationale)));
    }

    @Operation(summary = "Lift the declaration that two people are not the same")
    @DeleteMapping("/people/{person}/distinct/{other}")
    ResponseEntity<List<DecisionView>> liftDistinction(
            BrandKey brand,
            @PathVariable UUID person,
            @PathVariable UUID other,
            @RequestParam(required = false) @Nullable String reason,
            Caller caller) {
        brands.require(brand);
        var rationale = attribution.attribute(caller, reason);
        var one = new PersonKey(brand, person);
        var two = new PersonKey(brand, other);
        var lifted = DecisionProblems.orProblem(() -> decisions.lift(one, two, rationale));
        attribution.rematch(List.of(one, two));
        return ResponseEntity.ok(lifted.stream().map(responses::view).toList());
    }

    @Operation(summary = "Undo a decision about a person")
    @PostMapping("/people/{person}/decisions/{decision}/undo")
    ResponseEntity<DecisionView> undo(
            BrandKey brand,
            @PathVariable UUID person,
            @PathVariable UUID decision,
            @RequestBody ReasonRequest request,
            Caller caller) {
        brands.require(brand);
        var rationale = attribution.attribute(caller, request.reason());
        return responses.respond(
                DecisionProblems.orProblem(() -> undoHandler.undo(new PersonKey(brand, person), decision, rationale)));
    }

    @Operation(summary = "The links that were made by similarity")
    @GetMapping("/inferred")
    CursorPage<InferredLinkView> inferred(BrandKey brand, PageRequest paging) {
        brands.require(brand);
        var after = paging.after() == null ? "" : paging.after().text(ORDER, 0);
        var found = inference.findLinks(brand, after, paging.limit() + 1);
        return CursorPage.of(found, paging.limit(), link -> Cursor.of(ORDER, link.cursor()))
                .map(InferredLinkView::of);
    }

    /**
     * Undoes inferred links in bulk.
     *
     * @param decisions at most 500 items
     * @param reason the reason given by the caller
     */
    record UndoRequest(
            @Nullable List<UndoItem> decisions, @Nullable String reason) {}

    /**
     * One decision to undo.
     *
     * @param person any person the decision concerns
     * @param decision id of the decision
     */
    record UndoItem(@Nullable UUID person, @Nullable UUID decision) {}

    @Operation(summary = "Undo up to 500 links that were made by similarity")
    @PostMapping("/inferred/undo")
    List<BulkDecisionResult> undoInferred(BrandKey brand, @RequestBody UndoRequest request, Caller caller) {
        brands.require(brand);
        var rationale = attribution.attribute(caller, request.reason());
        var items = BulkDecisionResult.bounded(request.decisions(), MAX_ITEMS);
        return items.stream()
                .map(item -> BulkDecisionResult.of(item.decision(), () -> undo(brand, item, rationale)))
                .toList();
    }

    private DecisionResult undo(BrandKey brand, UndoItem item, DecisionRationale rationale) {
        var person = item.person();
        var decision = item.decision();
        if (person == null || decision == null) {
            throw DecisionProblems.invalid("decisions", "Each item needs a person and a decision.");
        }
        return DecisionProblems.orProblem(() -> undoHandler.undo(new PersonKey(brand, person), decision, rationale));
    }
}
