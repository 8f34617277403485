package io.rapport.report.subscription;

import io.rapport.web.auth.RequestOrigin;
import io.rapport.web.pages.PageController;
import io.rapport.web.problem.Problem;
import io.rapport.web.user.SignInBackoff;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The pages that links in e-mail open, without a sign-in. Opening one changes nothing, because mail scanners open links; its
 * button does. A link that is not known has the same pages and answers.
 */
@Controller
@RequestMapping("/subscriptions/{link}")
class SubscriptionLinkController extends PageController {

    private static final int FREE_ATTEMPTS = 30;
    private static final String CONFIRM = "confirm";
    private static final String UNSUBSCRIBE = "unsubscribe";

    private final SubscriptionHandler subscriptions;
    private final SignInBackoff attempts;

    SubscriptionLinkController(SubscriptionHandler subscriptions) {
        this.subscriptions = subscriptions;
        this.attempts = new SignInBackoff(FREE_ATTEMPTS, Clock.systemUTC());
    }

    @GetMapping("/" + CONFIRM)
    ModelAndView askToConfirm(@PathVariable String link) {
        return page(CONFIRM, false);
    }

    @PostMapping("/" + CONFIRM)
    ModelAndView confirm(@PathVariable String link, HttpServletRequest request) {
        begin(request);
        return done(CONFIRM, subscriptions.confirm(link), request);
    }

    @GetMapping("/" + UNSUBSCRIBE)
    ModelAndView askToUnsubscribe(@PathVariable String link) {
        return page(UNSUBSCRIBE, false);
    }

    /**
     * Also the one click of a mail program (RFC 8058).
     *
     * @param oneClick what mail programs send; of no importance, because the button of the page does the same
     */
    @PostMapping("/" + UNSUBSCRIBE)
    ModelAndView unsubscribe(
            @PathVariable String link,
            @RequestParam(name = "List-Unsubscribe", required = false) @Nullable String oneClick,
            HttpServletRequest request) {
        begin(request);
        return done(UNSUBSCRIBE, subscriptions.unsubscribe(link), request);
    }

    /** Only links that are not known count: a mail provider sends the clicks of many receivers. */
    private void begin(HttpServletRequest request) {
        if (!attempts.begin(RequestOrigin.address(request))) {
            throw Problem.of(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "too-many-attempts",
                            "Too many attempts",
                            "Wait some minutes, then open the link of the e-mail again.")
                    .asException()
                    .header(HttpHeaders.RETRY_AFTER, Long.toString(SignInBackoff.MAX_DELAY.toSeconds()));
        }
    }

    private ModelAndView done(String what, boolean known, HttpServletRequest request) {
        if (known) {
            attempts.succeed(RequestOrigin.address(request));
        }
        return page(what, true);
    }

    private static ModelAndView page(String what, boolean done) {
        return new ModelAndView("subscription-link").addObject("what", what).addObject("done", done);
    }
}
