package io.rapport.identity.web.review;

import io.rapport.contracts.BrandKey;
import io.rapport.identity.web.decision.DecisionProblems;
import io.rapport.identity.web.decision.DecisionReference;
import io.rapport.identity.web.decision.DecisionUndoHandler;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import io.rapport.web.paging.PageRequest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The pages of the review queue: one review at a time, or a list with bulk decisions. */
@Controller
@RequestMapping("/agencies/{agency}/brands/{brand}/reviews")
public class ReviewPageController extends PageController {

    private final BrandCatalogue brands;
    private final ReviewPageBuilder pages;
    private final ReviewDecisionHandler handler;
    private final DecisionUndoHandler undoHandler;

    ReviewPageController(
            BrandCatalogue brands,
            ReviewPageBuilder pages,
            ReviewDecisionHandler handler,
            DecisionUndoHandler undoHandler) {
        this.brands = brands;
        this.pages = pages;
        this.handler = handler;
        this.undoHandler = undoHandler;
    }

    /**
     * The decision form.
     *
     * @param ids ids of the reviews
     * @param decision {@code accept} or {@code reject}
     * @param reason the reason given by the caller
     * @param list whether to return to the list
     * @param did references of the decisions to undo
     */
    record ReviewDecisionForm(
            @Nullable List<UUID> ids,
            @Nullable String decision,
            @Nullable String reason,
            @Nullable Boolean list,
            @Nullable List<String> did) {

        boolean isList() {
            return Boolean.TRUE.equals(list);
        }

        boolean isAccepted() {
            return switch (String.valueOf(decision)) {
                case "accept" -> true;
                case "reject" -> false;
                default -> throw DecisionProblems.invalid("decision", "decision must be accept or reject.");
            };
        }
    }

    @GetMapping
    ModelAndView one(BrandKey brand, ReviewSelectionRequest selection, PageRequest paging, Caller caller) {
        brands.require(brand);
        return pages.one(new ReviewPageBuilder.ReviewQueueRequest(brand, caller, paging), selection, List.of());
    }

    @GetMapping("/list")
    ModelAndView list(BrandKey brand, ReviewSelectionRequest selection, PageRequest paging, Caller caller) {
        brands.require(brand);
        return pages.list(new ReviewPageBuilder.ReviewQueueRequest(brand, caller, paging), selection, List.of());
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView decide(BrandKey brand, ReviewDecisionForm fields, PageRequest paging, Caller caller) {
        brands.require(brand);
        var ids = Objects.requireNonNullElse(fields.ids(), List.<UUID>of());
        if (ids.isEmpty() || ids.size() > DecisionReference.MAX_PER_PAGE) {
            throw DecisionProblems.invalid("ids", "Tick 1 to " + DecisionReference.MAX_PER_PAGE + ".");
        }
        var outcome = handler.decide(brand, ids, fields.isAccepted(), handler.attribute(caller, fields.reason()));
        // A retryable decision keeps the review on the page; otherwise the next one follows.
        var retryable = outcome.status() == HttpStatus.SERVICE_UNAVAILABLE.value() ? ids.get(0) : null;
        var requested = new ReviewPageBuilder.ReviewQueueRequest(brand, caller, paging);
        return pages.respond(requested, outcome, new ReviewSelectionRequest(retryable, null, null), fields.isList());
    }

    @PostMapping(path = "/undo", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView undo(BrandKey brand, ReviewDecisionForm fields, PageRequest paging, Caller caller) {
        brands.require(brand);
        var references = DecisionReference.parse(fields.did());
        if (references.isEmpty()) {
            throw DecisionProblems.invalid("did", "did is required: the decisions to undo.");
        }
        var outcome = undoHandler.undo(brand, references, undoHandler.attribute(caller, fields.reason()));
        var first = handler.reviewOf(brand, references.get(0)).orElse(null);
        var requested = new ReviewPageBuilder.ReviewQueueRequest(brand, caller, paging);
        return pages.respond(requested, outcome, new ReviewSelectionRequest(first, null, null), fields.isList());
    }
}
