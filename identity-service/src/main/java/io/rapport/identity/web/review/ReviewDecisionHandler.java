package io.rapport.identity.web.review;

import static io.rapport.identity.web.display.IdentityMessages.text;

import io.rapport.contracts.BrandKey;
import io.rapport.identity.domain.decision.DecisionRationale;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.review.ReviewQueue;
import io.rapport.identity.domain.store.MatchReview;
import io.rapport.identity.web.decision.DecisionAttribution;
import io.rapport.identity.web.decision.DecisionBatch;
import io.rapport.identity.web.decision.DecisionBatchResult;
import io.rapport.identity.web.decision.DecisionNoticeBuilder;
import io.rapport.identity.web.decision.DecisionReference;
import io.rapport.web.auth.Caller;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Executes the decision forms of the review pages. */
public final class ReviewDecisionHandler {

    private static final String COMPARED = "Compared side by side in the browser";

    private final ReviewQueue reviews;
    private final DecisionNoticeBuilder notices;
    private final DecisionAttribution attribution;

    public ReviewDecisionHandler(ReviewQueue reviews, DecisionNoticeBuilder notices, DecisionAttribution attribution) {
        this.notices = notices;
        this.reviews = reviews;
        this.attribution = attribution;
    }

    /** Accepts or rejects reviews one by one. */
    DecisionBatchResult decide(BrandKey brand, List<UUID> ids, boolean accept, DecisionRationale rationale) {
        var batch = new DecisionBatch();
        for (var id : ids) {
            batch.add(
                    () -> accept ? reviews.accept(brand, id, rationale) : reviews.reject(brand, id, rationale),
                    () -> names(brand, id));
        }
        return batch.outcome();
    }

    /** Attributes a decision on a page; the reason has a default. */
    DecisionRationale attribute(Caller caller, @Nullable String reason) {
        return attribution.attribute(caller, reason == null || reason.isBlank() ? COMPARED : reason);
    }

    /** Returns the id of the review of the pair that a decision concerns. */
    Optional<UUID> reviewOf(BrandKey brand, DecisionReference reference) {
        var one = new PersonKey(brand, reference.person());
        return notices.otherPerson(brand, reference)
                .map(other -> MatchReview.PersonPair.of(one, new PersonKey(brand, other))
                        .id());
    }

    private String names(BrandKey brand, UUID review) {
        return reviews.findSuggested(brand, review)
                .map(MatchReview::pair)
                .map(pair -> notices.names(List.of(new PersonKey(brand, pair.one()), new PersonKey(brand, pair.two()))))
                .orElse(text("notice.suggestion"));
    }
}
