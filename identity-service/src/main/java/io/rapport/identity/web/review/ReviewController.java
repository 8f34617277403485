package io.rapport.identity.web.review;

import io.rapport.contracts.BrandKey;
import io.rapport.identity.domain.decision.DecisionRationale;
import io.rapport.identity.domain.decision.DecisionResult;
import io.rapport.identity.domain.family.FamilyDirectory;
import io.rapport.identity.domain.review.ReviewQueue;
import io.rapport.identity.web.decision.BulkDecisionResult;
import io.rapport.identity.web.decision.DecisionAttribution;
import io.rapport.identity.web.decision.DecisionProblems;
import io.rapport.identity.web.decision.DecisionResponseMapper;
import io.rapport.identity.web.decision.DecisionView;
import io.rapport.identity.web.decision.ReasonRequest;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The review queue in descending rank: list, accept, reject, and decide in bulk. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/reviews")
public class ReviewController {

    private static final int MAX_ITEMS = 500;

    private final BrandCatalogue brands;
    private final ReviewQueue reviews;
    private final DecisionResponseMapper responses;
    private final DecisionAttribution attribution;

    ReviewController(
            BrandCatalogue brands, ReviewQueue reviews, FamilyDirectory directory, DecisionAttribution attribution) {
        this.brands = brands;
        this.reviews = reviews;
        this.responses = new DecisionResponseMapper(directory);
        this.attribution = attribution;
    }

    @Operation(summary = "The open reviews, in descending rank")
    @GetMapping
    CursorPage<ReviewView> open(BrandKey brand, PageRequest paging) {
        brands.require(brand);
        var found = reviews.findOpen(brand, ReviewCursors.position(paging), paging.limit() + 1);
        return CursorPage.of(found, paging.limit(), item -> ReviewCursors.cursor(item.review()))
                .map(ReviewView::of);
    }

    @Operation(summary = "Accept a review: the two are one person")
    @PostMapping("/{id}/accept")
    ResponseEntity<DecisionView> accept(
            BrandKey brand, @PathVariable UUID id, @RequestBody ReasonRequest request, Caller caller) {
        brands.require(brand);
        var rationale = attribution.attribute(caller, request.reason());
        return responses.respond(DecisionProblems.orProblem(() -> reviews.accept(brand, id, rationale)));
    }

    @Operation(summary = "Reject a review: the two are distinct")
    @PostMapping("/{id}/reject")
    ResponseEntity<DecisionView> reject(
            BrandKey brand, @PathVariable UUID id, @RequestBody ReasonRequest request, Caller caller) {
        brands.require(brand);
        var rationale = attribution.attribute(caller, request.reason());
        return responses.respond(DecisionProblems.orProblem(() -> reviews.reject(brand, id, rationale)));
    }

    /**
     * One item of a bulk decision.
     *
     * @param id id of the review
     * @param decision {@code accept} or {@code reject}
     * @param reason the reason given by the caller
     */
    record ReviewDecisionRequest(
            @Nullable UUID id,
            @Nullable String decision,
            @Nullable String reason) {}

    @Operation(summary = "Decide up to 500 reviews")
    @PostMapping("/decisions")
    List<BulkDecisionResult> decide(BrandKey brand, @RequestBody List<ReviewDecisionRequest> request, Caller caller) {
        brands.require(brand);
        return BulkDecisionResult.bounded(request, MAX_ITEMS).stream()
                .map(each -> BulkDecisionResult.of(
                        each.id(), () -> decide(brand, each, attribution.attribute(caller, each.reason()))))
                .toList();
    }

    private DecisionResult decide(BrandKey brand, ReviewDecisionRequest request, DecisionRationale rationale) {
        var id = request.id();
        if (id == null) {
            throw DecisionProblems.invalid("id", "id is required.");
        }
        return switch (String.valueOf(request.decision())) {
            case "accept" -> DecisionProblems.orProblem(() -> reviews.accept(brand, id, rationale));
            case "reject" -> DecisionProblems.orProblem(() -> reviews.reject(brand, id, rationale));
            default -> throw DecisionProblems.invalid("decision", "decision must be accept or reject.");
        };
    }
}
