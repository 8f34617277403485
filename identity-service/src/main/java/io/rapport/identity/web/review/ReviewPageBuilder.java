package io.rapport.identity.web.review;

import io.rapport.identity.web.decision.DecisionBatchResult;
import io.rapport.identity.web.decision.DecisionNotice;
import io.rapport.identity.web.decision.DecisionNoticeBuilder;
import io.rapport.identity.web.decision.DecisionReference;
import io.rapport.identity.web.person.PersonPageBuilder;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.access.Scope;
import io.rapport.identity.domain.decision.DecisionRefusedException;
import io.rapport.identity.domain.review.ReviewQueue;
import io.rapport.identity.domain.review.ReviewQueue.ReviewItem;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageText;
import io.rapport.web.paging.Cursor;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.ui.ModelMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/** Puts what is suggested, and what was decided last, on a page. */
public final class ReviewPageBuilder {

    /** How many suggestions a list shows, and are decided at once. */
    public static final int MANY = 50;

    private final BrandCatalogue brands;
    private final ReviewQueue reviews;
    private final ReviewCardMapper cards;
    private final DecisionNoticeBuilder notices;

    public ReviewPageBuilder(BrandCatalogue brands, ReviewQueue reviews, ReviewCardMapper cards, DecisionNoticeBuilder notices) {
        this.brands = brands;
        this.reviews = reviews;
        this.cards = cards;
        this.notices = notices;
    }

    /** Whose suggestions somebody wants to see, and from where on. */
    record ReviewQueueRequest(BrandKey brand, Caller caller, PageRequest paging) {

        @Nullable
        String cursor() {
            return Optional.ofNullable(paging.after()).map(Cursor::encoded).orElse(null);
        }
    }

    /** One suggestion. */
    ModelAndView one(ReviewQueueRequest asked, ReviewSelectionRequest wish, List<String> refused) {
        var item = find(asked, wish);
        var place = ReviewCursors.position(asked.paging());
        return page("review", asked, notices.of(asked.brand(), wish.decisions(), refused))
                .addObject("card", item.map(cards::of).orElse(null))
                .addObject("last", place == null ? null : place.id());
    }

    /** Many of them. */
    ModelAndView list(ReviewQueueRequest asked, ReviewSelectionRequest wish, List<String> refused) {
        var found = reviews.findOpen(asked.brand(), ReviewCursors.position(asked.paging()), MANY + 1);
        var page =
                CursorPage.of(found, MANY, item -> ReviewCursors.cursor(item.review())).map(cards::of);
        return page("reviews", asked, notices.of(asked.brand(), wish.decisions(), refused))
                .addObject("cards", page.items())
                .addObject("next", page.next());
    }

    /** After something was decided: elsewhere, so that a reload decides nothing again; or here, with what was refused. */
    ModelAndView respond(ReviewQueueRequest asked, DecisionBatchResult outcome, ReviewSelectionRequest next, boolean list) {
        var did = outcome.done().stream().map(DecisionReference::text).toList();
        if (outcome.refused().isEmpty()) {
            return seeOther(asked, next.id(), did, list);
        }
        var wish = new ReviewSelectionRequest(next.id(), null, did);
        var page = list ? list(asked, wish, outcome.refused()) : one(asked, wish, outcome.refused());
        page.setStatus(HttpStatusCode.valueOf(outcome.status()));
        return page;
    }

    private static ModelAndView seeOther(ReviewQueueRequest asked, @Nullable UUID id, List<String> did, boolean list) {
        var target = UriComponentsBuilder.fromPath(ReviewPageController.path(asked.brand()) + (list ? "/list" : ""))
                .queryParamIfPresent("id", Optional.ofNullable(list ? null : id))
                .queryParamIfPresent("cursor", Optional.ofNullable(asked.cursor()))
                .queryParam("did", did)
                .encode()
                .toUriString();
        var view = new RedirectView(target);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }

    private ModelAndView page(String name, ReviewQueueRequest asked, DecisionNotice notice) {
        var brand = asked.brand();
        return new ModelAndView(
                name,
                new ModelMap("brand", PageText.line(brands.require(brand).name()))
                        .addAttribute("key", brand)
                        .addAttribute("path", ReviewPageController.path(brand))
                        .addAttribute("reviewPath", ReviewPageController.path(brand))
                        .addAttribute("peoplePath", PersonPageBuilder.path(brand))
                        .addAttribute("cursor", asked.cursor())
                        .addAttribute("mayDecide", asked.caller().hasScope(Scope.ADMIN))
                        .addAttribute("notice", notice));
    }

    private Optional<ReviewItem> find(ReviewQueueRequest asked, ReviewSelectionRequest wish) {
        return byId(asked.brand(), wish.id())
                .or(() -> wish.isBack() ? findPrevious(asked) : Optional.empty())
                .or(() -> reviews.findOpen(asked.brand(), wish.isBack() ? null : ReviewCursors.position(asked.paging()), 1).stream()
                        .findFirst());
    }

    private Optional<ReviewItem> findPrevious(ReviewQueueRequest asked) {
        return Optional.ofNullable(ReviewCursors.position(asked.paging())).flatMap(place -> reviews.findOpenBefore(asked.brand(), place));
    }

    private Optional<ReviewItem> byId(BrandKey brand, @Nullable UUID id) {
        if (id == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(reviews.find(brand, id));
        } catch (DecisionRefusedException e) {
            // It was settled: the queue goes on without it.
            return Optional.empty();
        }
    }
}
