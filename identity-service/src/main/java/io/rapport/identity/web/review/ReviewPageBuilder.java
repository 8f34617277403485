package io.rapport.identity.web.review;

import io.rapport.contracts.BrandKey;
import io.rapport.identity.domain.decision.DecisionRefusedException;
import io.rapport.identity.domain.review.ReviewQueue;
import io.rapport.identity.domain.review.ReviewQueue.ReviewItem;
import io.rapport.identity.web.decision.DecisionBatchResult;
import io.rapport.identity.web.decision.DecisionNotice;
import io.rapport.identity.web.decision.DecisionNoticeBuilder;
import io.rapport.identity.web.decision.DecisionReference;
import io.rapport.identity.web.display.BrandPageFactory;
import io.rapport.identity.web.display.BrandPaths;
import io.rapport.web.auth.Caller;
import io.rapport.web.pages.PageController;
import io.rapport.web.paging.Cursor;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Builds the pages of the review queue with the notice about the last decisions. */
public final class ReviewPageBuilder {

    private final BrandPageFactory pages;
    private final ReviewQueue reviews;
    private final ReviewCardMapper cards;
    private final DecisionNoticeBuilder notices;

    public ReviewPageBuilder(
            BrandPageFactory pages, ReviewQueue reviews, ReviewCardMapper cards, DecisionNoticeBuilder notices) {
        this.pages = pages;
        this.reviews = reviews;
        this.cards = cards;
        this.notices = notices;
    }

    /** The requested part of the queue. */
    record ReviewQueueRequest(BrandKey brand, Caller caller, PageRequest paging) {

        @Nullable
        String cursor() {
            return Optional.ofNullable(paging.after()).map(Cursor::encoded).orElse(null);
        }
    }

    /** Builds the page of a single review. */
    ModelAndView one(ReviewQueueRequest requested, ReviewSelectionRequest selection, List<String> refused) {
        var item = find(requested, selection);
        var place = ReviewCursors.position(requested.paging());
        return page("review", requested, notices.of(requested.brand(), selection.decisions(), refused))
                .addObject("card", item.map(cards::of).orElse(null))
                .addObject("last", place == null ? null : place.id());
    }

    /** Builds a list page. */
    ModelAndView list(ReviewQueueRequest requested, ReviewSelectionRequest selection, List<String> refused) {
        var found = reviews.findOpen(
                requested.brand(), ReviewCursors.position(requested.paging()), DecisionReference.MAX_PER_PAGE + 1);
        var page = CursorPage.of(found, DecisionReference.MAX_PER_PAGE, item -> ReviewCursors.cursor(item.review()))
                .map(cards::of);
        return page("reviews", requested, notices.of(requested.brand(), selection.decisions(), refused))
                .addObject("cards", page.items())
                .addObject("next", page.next());
    }

    /** Redirects after a decision, so that a reload does not repeat it; renders the page if a decision was refused. */
    ModelAndView respond(
            ReviewQueueRequest requested, DecisionBatchResult outcome, ReviewSelectionRequest next, boolean list) {
        var did = outcome.references();
        if (outcome.refused().isEmpty()) {
            return redirect(requested, next.id(), did, list);
        }
        var selection = new ReviewSelectionRequest(next.id(), null, did);
        var page = list ? list(requested, selection, outcome.refused()) : one(requested, selection, outcome.refused());
        page.setStatus(HttpStatusCode.valueOf(outcome.status()));
        return page;
    }

    private static ModelAndView redirect(
            ReviewQueueRequest requested, @Nullable UUID id, List<String> did, boolean list) {
        var target = UriComponentsBuilder.fromPath(BrandPaths.reviews(requested.brand()) + (list ? "/list" : ""))
                .queryParamIfPresent("id", Optional.ofNullable(list ? null : id))
                .queryParamIfPresent("cursor", Optional.ofNullable(requested.cursor()))
                .queryParam("did", did)
                .encode()
                .toUriString();
        return PageController.seeOther(target);
    }

    private ModelAndView page(String view, ReviewQueueRequest requested, DecisionNotice notice) {
        return pages.create(view, requested.brand(), requested.caller())
                .addObject("path", BrandPaths.reviews(requested.brand()))
                .addObject("cursor", requested.cursor())
                .addObject("notice", notice);
    }

    private Optional<ReviewItem> find(ReviewQueueRequest requested, ReviewSelectionRequest selection) {
        return byId(requested.brand(), selection.id())
                .or(() -> selection.isBack() ? findPrevious(requested) : Optional.empty())
                .or(() -> reviews
                        .findOpen(
                                requested.brand(),
                                selection.isBack() ? null : ReviewCursors.position(requested.paging()),
                                1)
                        .stream()
                        .findFirst());
    }

    private Optional<ReviewItem> findPrevious(ReviewQueueRequest requested) {
        return Optional.ofNullable(ReviewCursors.position(requested.paging()))
                .flatMap(place -> reviews.findOpenBefore(requested.brand(), place));
    }

    private Optional<ReviewItem> byId(BrandKey brand, @Nullable UUID id) {
        if (id == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(reviews.find(brand, id));
        } catch (DecisionRefusedException e) {
            // The review has been decided; continue with the next one.
            return Optional.empty();
        }
    }
}
