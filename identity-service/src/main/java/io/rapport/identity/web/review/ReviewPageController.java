package io.rapport.identity.web.review;

import io.rapport.identity.web.decision.DecisionProblems;

import io.rapport.contracts.BrandKey;
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

/** The queue of people who may be one, for a person to work off: one suggestion at a time, or many in a list. */
@Controller
@RequestMapping("/agencies/{agency}/brands/{brand}/reviews")
public class ReviewPageController extends PageController {

    private final BrandCatalogue brands;
    private final ReviewPageBuilder screen;
    private final ReviewDecisionHandler desk;

    ReviewPageController(BrandCatalogue brands, ReviewPageBuilder screen, ReviewDecisionHandler desk) {
        this.brands = brands;
        this.screen = screen;
        this.desk = desk;
    }

    /** Where a brand's suggestions are. */
    public static String path(BrandKey brand) {
        return "/agencies/" + brand.agency() + "/brands/" + brand.brand() + "/reviews";
    }

    /**
     * What was filled in.
     *
     * @param ids of the suggestions it is about
     * @param decision {@code accept} or {@code reject}
     * @param reason in the decider's words
     * @param list whether to go back to the list
     * @param did the decisions to take back
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
                default -> throw DecisionProblems.invalid("decision", "A decision is accept or reject.");
            };
        }
    }

    @GetMapping
    ModelAndView one(BrandKey brand, ReviewSelectionRequest wish, PageRequest paging, Caller caller) {
        brands.require(brand);
        return screen.one(new ReviewPageBuilder.ReviewQueueRequest(brand, caller, paging), wish, List.of());
    }

    @GetMapping("/list")
    ModelAndView list(BrandKey brand, ReviewSelectionRequest wish, PageRequest paging, Caller caller) {
        brands.require(brand);
        return screen.list(new ReviewPageBuilder.ReviewQueueRequest(brand, caller, paging), wish, List.of());
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView decide(BrandKey brand, ReviewDecisionForm fields, PageRequest paging, Caller caller) {
        brands.require(brand);
        var ids = Objects.requireNonNullElse(fields.ids(), List.<UUID>of());
        if (ids.isEmpty() || ids.size() > ReviewPageBuilder.MANY) {
            throw DecisionProblems.invalid("ids", "Tick at least one suggestion, and at most " + ReviewPageBuilder.MANY + ".");
        }
        var outcome = desk.decide(brand, ids, fields.isAccepted(), desk.attribute(caller, fields.reason(), false));
        // What can be decided in a moment stays; what is settled gives way to the next.
        var stays = outcome.status() == HttpStatus.SERVICE_UNAVAILABLE.value() ? ids.get(0) : null;
        var asked = new ReviewPageBuilder.ReviewQueueRequest(brand, caller, paging);
        return screen.respond(asked, outcome, new ReviewSelectionRequest(stays, null, null), fields.isList());
    }

    @PostMapping(path = "/undo", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView undo(BrandKey brand, ReviewDecisionForm fields, PageRequest paging, Caller caller) {
        brands.require(brand);
        var noted = new ReviewSelectionRequest(null, null, fields.did()).decisions();
        if (noted.isEmpty()) {
            throw DecisionProblems.invalid("did", "Say what to take back.");
        }
        var outcome = desk.undo(brand, noted, desk.attribute(caller, fields.reason(), true));
        var first = desk.reviewOf(brand, noted.get(0)).orElse(null);
        var asked = new ReviewPageBuilder.ReviewQueueRequest(brand, caller, paging);
        return screen.respond(asked, outcome, new ReviewSelectionRequest(first, null, null), fields.isList());
    }
}
