package io.rapport.identity.web;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.access.Scope;
import io.rapport.identity.domain.Refused;
import io.rapport.identity.domain.Reviews;
import io.rapport.identity.domain.Reviews.Item;
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
final class ReviewScreen {

    /** How many suggestions a list shows, and are decided at once. */
    static final int MANY = 50;

    private final BrandCatalogue brands;
    private final Reviews reviews;
    private final ReviewCards cards;
    private final Notices notices;

    ReviewScreen(BrandCatalogue brands, Reviews reviews, ReviewCards cards, Notices notices) {
        this.brands = brands;
        this.reviews = reviews;
        this.cards = cards;
        this.notices = notices;
    }

    /** Whose suggestions somebody wants to see, and from where on. */
    record Asked(BrandKey brand, Caller caller, PageRequest paging) {

        @Nullable
        String cursor() {
            return Optional.ofNullable(paging.after()).map(Cursor::encoded).orElse(null);
        }
    }

    /** One suggestion. */
    ModelAndView one(Asked asked, ReviewWish wish, List<String> refused) {
        var item = find(asked, wish);
        var place = Places.in(asked.paging());
        return page("review", asked, notices.of(asked.brand(), wish.noted(), refused))
                .addObject("card", item.map(cards::of).orElse(null))
                .addObject("last", place == null ? null : place.id());
    }

    /** Many of them. */
    ModelAndView list(Asked asked, ReviewWish wish, List<String> refused) {
        var found = reviews.open(asked.brand(), Places.in(asked.paging()), MANY + 1);
        var page =
                CursorPage.of(found, MANY, item -> Places.cursor(item.review())).map(cards::of);
        return page("reviews", asked, notices.of(asked.brand(), wish.noted(), refused))
                .addObject("cards", page.items())
                .addObject("next", page.next());
    }

    /** After something was decided: elsewhere, so that a reload decides nothing again; or here, with what was refused. */
    ModelAndView after(Asked asked, Outcome outcome, ReviewWish next, boolean list) {
        var did = outcome.done().stream().map(Noted::text).toList();
        if (outcome.refused().isEmpty()) {
            return seeOther(asked, next.id(), did, list);
        }
        var wish = new ReviewWish(next.id(), null, did);
        var page = list ? list(asked, wish, outcome.refused()) : one(asked, wish, outcome.refused());
        page.setStatus(HttpStatusCode.valueOf(outcome.status()));
        return page;
    }

    private static ModelAndView seeOther(Asked asked, @Nullable UUID id, List<String> did, boolean list) {
        var target = UriComponentsBuilder.fromPath(ReviewPages.path(asked.brand()) + (list ? "/list" : ""))
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

    private ModelAndView page(String name, Asked asked, Notice notice) {
        var brand = asked.brand();
        return new ModelAndView(
                name,
                new ModelMap("brand", PageText.line(brands.require(brand).name()))
                        .addAttribute("key", brand)
                        .addAttribute("path", ReviewPages.path(brand))
                        .addAttribute("reviewPath", ReviewPages.path(brand))
                        .addAttribute("peoplePath", PersonScreen.path(brand))
                        .addAttribute("cursor", asked.cursor())
                        .addAttribute("mayDecide", asked.caller().hasScope(Scope.ADMIN))
                        .addAttribute("notice", notice));
    }

    private Optional<Item> find(Asked asked, ReviewWish wish) {
        return byId(asked.brand(), wish.id())
                .or(() -> wish.isBack() ? before(asked) : Optional.empty())
                .or(() -> reviews.open(asked.brand(), wish.isBack() ? null : Places.in(asked.paging()), 1).stream()
                        .findFirst());
    }

    private Optional<Item> before(Asked asked) {
        return Optional.ofNullable(Places.in(asked.paging())).flatMap(place -> reviews.before(asked.brand(), place));
    }

    private Optional<Item> byId(BrandKey brand, @Nullable UUID id) {
        if (id == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(reviews.find(brand, id));
        } catch (Refused e) {
            // It was settled: the queue goes on without it.
            return Optional.empty();
        }
    }
}
