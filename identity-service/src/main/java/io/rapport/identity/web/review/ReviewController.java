package io.rapport.identity.web.review;

import io.rapport.identity.web.decision.BulkDecisionResult;
import io.rapport.identity.web.decision.DecisionAttribution;
import io.rapport.identity.web.decision.DecisionProblems;
import io.rapport.identity.web.decision.DecisionView;
import io.rapport.identity.web.display.PersonIdentityView;
import io.rapport.identity.web.decision.ReasonRequest;

import io.rapport.contracts.BrandKey;
import io.rapport.identity.domain.decision.DecisionResult;
import io.rapport.identity.domain.family.FamilyDirectory;
import io.rapport.identity.domain.review.ReviewQueue;
import io.rapport.identity.domain.decision.DecisionRationale;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import io.rapport.web.problem.Problem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The queue of people who may be one, those that matter most first. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/reviews")
public class ReviewController {

    private static final int MOST = 500;

    private final BrandCatalogue brands;
    private final ReviewQueue reviews;
    private final FamilyDirectory directory;
    private final DecisionAttribution saying;

    ReviewController(BrandCatalogue brands, ReviewQueue reviews, FamilyDirectory directory, DecisionAttribution saying) {
        this.brands = brands;
        this.reviews = reviews;
        this.directory = directory;
        this.saying = saying;
    }

    @GetMapping
    CursorPage<ReviewView> open(BrandKey brand, PageRequest paging) {
        brands.require(brand);
        var found = reviews.findOpen(brand, ReviewCursors.position(paging), paging.limit() + 1);
        return CursorPage.of(found, paging.limit(), item -> ReviewCursors.cursor(item.review()))
                .map(ReviewView::of);
    }

    @PostMapping("/{id}/accept")
    ResponseEntity<DecisionView> accept(
            BrandKey brand, @PathVariable UUID id, @RequestBody ReasonRequest request, Caller caller) {
        brands.require(brand);
        var said = saying.attribute(caller, request.reason());
        return answer(DecisionProblems.orProblem(() -> reviews.accept(brand, id, said)));
    }

    @PostMapping("/{id}/reject")
    ResponseEntity<DecisionView> reject(
            BrandKey brand, @PathVariable UUID id, @RequestBody ReasonRequest request, Caller caller) {
        brands.require(brand);
        var said = saying.attribute(caller, request.reason());
        return answer(DecisionProblems.orProblem(() -> reviews.reject(brand, id, said)));
    }

    /**
     * What is decided about one of many.
     *
     * @param id the suggestion's
     * @param decision {@code accept} or {@code reject}
     * @param reason in the decider's words
     */
    record ReviewDecisionRequest(
            @Nullable UUID id,
            @Nullable String decision,
            @Nullable String reason) {}

    @PostMapping("/decisions")
    List<BulkDecisionResult> decide(BrandKey brand, @RequestBody List<ReviewDecisionRequest> wanted, Caller caller) {
        brands.require(brand);
        return BulkDecisionResult.bounded(wanted, MOST).stream()
                .map(each -> BulkDecisionResult.of(each.id(), () -> decide(brand, each, saying.attribute(caller, each.reason()))))
                .toList();
    }

    private DecisionResult decide(BrandKey brand, ReviewDecisionRequest wanted, DecisionRationale said) {
        var id = wanted.id();
        if (id == null) {
            throw DecisionProblems.invalid("id", "Say which suggestion.");
        }
        return switch (String.valueOf(wanted.decision())) {
            case "accept" -> DecisionProblems.orProblem(() -> reviews.accept(brand, id, said));
            case "reject" -> DecisionProblems.orProblem(() -> reviews.reject(brand, id, said));
            default -> throw DecisionProblems.invalid("decision", "A decision is accept or reject.");
        };
    }

    private ResponseEntity<DecisionView> answer(DecisionResult decided) {
        return directory
                .find(decided.person())
                .map(family -> PersonIdentityView.of(family, decided.person().person()))
                .map(person -> ResponseEntity.status(decided.published() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                        .body(new DecisionView(decided.decision(), decided.published(), person)))
                .orElseThrow(() -> Problem.notFound().asException());
    }
}
