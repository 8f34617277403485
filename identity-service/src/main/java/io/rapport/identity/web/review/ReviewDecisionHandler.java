package io.rapport.identity.web.review;

import io.rapport.identity.web.decision.DecisionAttribution;
import io.rapport.identity.web.decision.DecisionBatch;
import io.rapport.identity.web.decision.DecisionBatchResult;
import io.rapport.identity.web.decision.DecisionNoticeBuilder;
import io.rapport.identity.web.decision.DecisionReference;

import io.rapport.contracts.BrandKey;
import io.rapport.identity.domain.decision.DecisionResult;
import io.rapport.identity.domain.decision.DecisionService;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.store.MatchReview;
import io.rapport.identity.domain.review.ReviewQueue;
import io.rapport.identity.domain.decision.DecisionRationale;
import io.rapport.web.auth.Caller;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides what the review pages ask for, one suggestion after the other, and tells what became of each. */
public final class ReviewDecisionHandler {

    private static final String COMPARED = "Compared side by side in the browser";
    private static final String TAKEN_BACK = "Taken back in the browser";

    private final ReviewQueue reviews;
    private final DecisionService decisions;
    private final DecisionNoticeBuilder notices;
    private final DecisionAttribution saying;

    public ReviewDecisionHandler(ReviewQueue reviews, DecisionService decisions, DecisionNoticeBuilder notices, DecisionAttribution saying) {
        this.notices = notices;
        this.reviews = reviews;
        this.decisions = decisions;
        this.saying = saying;
    }

    /** What is decided about suggestions. */
    DecisionBatchResult decide(BrandKey brand, List<UUID> ids, boolean accept, DecisionRationale said) {
        var tally = new DecisionBatch();
        for (var id : ids) {
            tally.add(
                    () -> accept ? reviews.accept(brand, id, said) : reviews.reject(brand, id, said),
                    () -> names(brand, id));
        }
        return tally.outcome();
    }

    /** What was decided counts as never decided; the latest goes first, for later ones rest on earlier ones. */
    public DecisionBatchResult undo(BrandKey brand, List<DecisionReference> noted, DecisionRationale said) {
        var tally = new DecisionBatch();
        for (var i = noted.size() - 1; i >= 0; i--) {
            var each = noted.get(i);
            tally.add(() -> undo(brand, each, said), () -> notices.names(List.of(new PersonKey(brand, each.person()))));
        }
        return tally.outcome().withReferences(noted);
    }

    public DecisionRationale attribute(Caller caller, @Nullable String reason, boolean undoing) {
        var given = reason == null ? "" : reason.strip();
        return saying.attribute(caller, given.isEmpty() ? undoing ? TAKEN_BACK : COMPARED : given);
    }

    /** The suggestion about the two whom a decision is about. */
    Optional<UUID> reviewOf(BrandKey brand, DecisionReference noted) {
        var one = new PersonKey(brand, noted.person());
        return notices.otherPerson(brand, noted)
                .map(other -> MatchReview.PersonPair.of(one, new PersonKey(brand, other)).id());
    }

    private DecisionResult undo(BrandKey brand, DecisionReference noted, DecisionRationale said) {
        var undone = decisions.undo(new PersonKey(brand, noted.person()), noted.decision(), said);
        saying.rematch(List.of(undone.person(), new PersonKey(brand, undone.other())));
        return undone;
    }

    private String names(BrandKey brand, UUID review) {
        return reviews.findSuggested(brand, review)
                .map(MatchReview::pair)
                .map(pair -> notices.names(List.of(new PersonKey(brand, pair.one()), new PersonKey(brand, pair.two()))))
                .orElse("A suggestion");
    }
}
