package io.rapport.report.subscription;

import io.rapport.contracts.BrandKey;
import io.rapport.report.page.BrandPageFrame;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.request.WindowRequest;
import io.rapport.web.auth.Caller;
import io.rapport.web.pages.PageController;
import io.rapport.web.pages.PageLanguage;
import io.rapport.web.problem.ProblemException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of a brand's subscriptions, with the forms that make and delete them. */
@Controller
@RequestMapping("/agencies/{agency}/brands/{brand}/subscriptions")
class SubscriptionPageController extends PageController {

    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED_VALUE;
    private static final String NAME = "subscriptions";

    private final BrandPageFrame frame;
    private final SubscriptionHandler subscriptions;

    SubscriptionPageController(BrandPageFrame frame, SubscriptionHandler subscriptions) {
        this.frame = frame;
        this.subscriptions = subscriptions;
    }

    @GetMapping
    ModelAndView list(BrandKey brand) {
        return page(brand, null, "");
    }

    @PostMapping(consumes = FORM)
    ModelAndView add(BrandKey brand, SubscriptionRequest form, Caller caller) {
        try {
            subscriptions.add(brand, form, caller);
            return redirect(brand);
        } catch (ProblemException e) {
            var model = page(brand, e.problem().detail(), Objects.requireNonNullElse(form.address(), ""));
            model.setStatus(HttpStatus.valueOf(e.problem().status()));
            return model;
        }
    }

    @PostMapping(path = "/{id}/delete", consumes = FORM)
    ModelAndView delete(BrandKey brand, @PathVariable UUID id) {
        subscriptions.delete(brand, id);
        return redirect(brand);
    }

    private ModelAndView page(BrandKey brand, @Nullable String wrong, String address) {
        var asOf = frame.resolveDay(brand, null);
        return frame.page(NAME, brand, asOf)
                .addAllObjects(new WindowRequest(null, null).model())
                .addObject("setUp", subscriptions.isMailSetUp())
                .addObject(
                        "rows",
                        subscriptions.findAll(brand).stream()
                                .map(SubscriptionRow::of)
                                .toList())
                .addObject("wrong", wrong)
                .addObject("entered", address)
                .addObject("language", PageLanguage.current().tag());
    }

    private static ModelAndView redirect(BrandKey brand) {
        return seeOther(BrandPageLink.path(brand.agency(), brand.brand()) + "/" + NAME);
    }
}
