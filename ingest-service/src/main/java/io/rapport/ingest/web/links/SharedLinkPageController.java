package io.rapport.ingest.web.links;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.access.LinkIssued;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.ingest.web.request.LinkQuota;
import io.rapport.web.auth.LinkDirectory;
import io.rapport.web.auth.RequestOrigin;
import io.rapport.web.auth.SessionOpener;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import io.rapport.web.pages.PageText;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import io.rapport.web.secret.SecretHash;
import io.rapport.web.user.PasswordHasher;
import io.rapport.web.user.SignInBackoff;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page that a client link opens, without a sign-in. The session is opened by its button: programs that preview links, and
 * pages of other sites, open none.
 */
@Controller
@RequestMapping("/links/{agency}/{brand}/{id}/{secret}")
class SharedLinkPageController extends PageController {

    private static final int FREE_ATTEMPTS = 5;

    private final LinkDirectory links;
    private final BrandCatalogue brands;
    private final SessionOpener sessions;
    private final PasswordHasher hasher;
    private final LinkQuota quota;
    private final SignInBackoff attempts;
    private final Clock clock;

    SharedLinkPageController(
            LinkDirectory links,
            BrandCatalogue brands,
            SessionOpener sessions,
            PasswordHasher hasher,
            LinkQuota quota,
            Clock clock) {
        this.links = links;
        this.brands = brands;
        this.sessions = sessions;
        this.hasher = hasher;
        this.quota = quota;
        this.attempts = new SignInBackoff(FREE_ATTEMPTS, clock);
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(BrandKey brand, @PathVariable UUID id, @PathVariable String secret, HttpServletRequest request) {
        quota.take(request);
        return page(requireValid(brand, id, secret), null);
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView open(
            BrandKey brand,
            @PathVariable UUID id,
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        RequestOrigin.requireSameSite(request);
        quota.take(request);
        var link = requireValid(brand, id, secret);
        if (link.password() != null) {
            if (!attempts.begin(link.key())) {
                return refused(link, "wait");
            }
            if (!hasher.matches(password, link.password())) {
                return refused(link, "wrong");
            }
            attempts.succeed(link.key());
        }
        response.addHeader(HttpHeaders.SET_COOKIE, sessions.open(link, request));
        var page = "/agencies/" + link.agency() + "/brands/" + link.brand();
        return seeOther(link.month() == null ? page : page + "/months/" + link.month());
    }

    private ModelAndView refused(LinkIssued link, String reason) {
        var model = page(link, reason);
        model.setStatus(HttpStatus.FORBIDDEN);
        return model;
    }

    private ModelAndView page(LinkIssued link, @Nullable String reason) {
        return new ModelAndView("shared-link")
                .addObject("brand", PageText.line(requireBrand(link).name()))
                .addObject("month", link.month())
                .addObject("password", link.password() != null)
                .addObject("reason", reason);
    }

    /** A wrong secret has the answer of an unknown link, after the same computation. */
    private LinkIssued requireValid(BrandKey brand, UUID id, String secret) {
        var hash = SecretHash.of(secret);
        var link = links.byKey(LinkIssued.key(brand, id))
                .filter(known -> SecretHash.isEqual(known.hash(), hash))
                .orElseThrow(SharedLinkPageController::unknown);
        if (link.isExpired(clock.instant())) {
            throw Problem.of(
                            HttpStatus.GONE,
                            "link-expired",
                            "The link has expired",
                            "Ask the agency that sent it for another.")
                    .asException();
        }
        requireBrand(link);
        return link;
    }

    private BrandRegistered requireBrand(LinkIssued link) {
        var brand = brands.find(link.brandKey());
        if (brand == null) {
            throw Problem.of(
                            HttpStatus.GONE,
                            "link-without-brand",
                            "The brand of this link was deleted",
                            "Ask the agency that sent the link.")
                    .asException();
        }
        return brand;
    }

    private static ProblemException unknown() {
        return Problem.of(
                        HttpStatus.NOT_FOUND,
                        "link-unknown",
                        "There is no such link",
                        "Check that you opened the whole link. It may have been revoked: ask the agency that sent it.")
                .asException();
    }
}
