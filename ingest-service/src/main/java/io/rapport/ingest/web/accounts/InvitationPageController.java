package io.rapport.ingest.web.accounts;

import io.rapport.contracts.access.UserRegistered;
import io.rapport.ingest.domain.user.InvitationState;
import io.rapport.ingest.domain.user.UserService;
import io.rapport.ingest.web.request.LinkQuota;
import io.rapport.web.auth.RequestOrigin;
import io.rapport.web.auth.SessionOpener;
import io.rapport.web.pages.PageController;
import io.rapport.web.pages.PageText;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import io.rapport.web.secret.SecretHash;
import io.rapport.web.user.PasswordHasher;
import io.rapport.web.user.UserDirectory;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page of an invitation, which needs no sign-in: the user chooses a password, once, and is signed in. To open the page
 * changes nothing, so that programs which preview links do not use the invitation up.
 */
@Controller
class InvitationPageController extends PageController {

    private static final String PATH = InvitationLink.PATH + "{secret}";

    private final UserService users;
    private final UserDirectory directory;
    private final SessionOpener sessions;
    private final PasswordHasher hasher;
    private final LinkQuota quota;
    private final Clock clock;

    InvitationPageController(
            UserService users,
            UserDirectory directory,
            SessionOpener sessions,
            PasswordHasher hasher,
            LinkQuota quota,
            Clock clock) {
        this.users = users;
        this.directory = directory;
        this.sessions = sessions;
        this.hasher = hasher;
        this.quota = quota;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView form(@PathVariable String secret, HttpServletRequest request) {
        quota.take(request);
        return form(requireOpen(SecretHash.of(secret)), false);
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView accept(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        RequestOrigin.requireSameSite(request);
        quota.take(request);
        var hash = SecretHash.of(secret);
        var user = requireOpen(hash);
        if (!PasswordHasher.isUsable(password) || password.equalsIgnoreCase(user.email())) {
            var model = form(user, true);
            model.setStatus(HttpStatus.BAD_REQUEST);
            return model;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var accepted = users.accept(user.key(), hash, hasher.encode(password), now)
                .orElseThrow(InvitationPageController::used);
        response.addHeader(HttpHeaders.SET_COOKIE, sessions.open(accepted, request));
        return seeOther("/");
    }

    private static ModelAndView form(UserRegistered user, boolean refused) {
        return new ModelAndView("invitation")
                .addObject("name", PageText.line(user.name()))
                .addObject("email", user.email())
                .addObject("agency", user.agency())
                .addObject("least", PasswordHasher.MIN_LENGTH)
                .addObject("refused", refused);
    }

    private UserRegistered requireOpen(String hash) {
        var user = directory.byInvitation(hash).orElseThrow(InvitationPageController::unknown);
        var invitation = user.invitation();
        return switch (invitation == null ? InvitationState.USED : InvitationState.of(invitation, clock.instant())) {
            case OPEN -> user;
            case USED -> throw used();
            case EXPIRED -> throw expired();
        };
    }

    private static ProblemException unknown() {
        return Problem.of(
                        HttpStatus.NOT_FOUND,
                        "invitation-unknown",
                        "There is no such invitation",
                        "Check that you opened the whole link. A newer one may have replaced it: ask the administrator"
                                + " of your agency for another.")
                .asException();
    }

    private static ProblemException used() {
        return Problem.of(
                        HttpStatus.GONE,
                        "invitation-used",
                        "The invitation was used already",
                        "Sign in with your e-mail address and password. If you have forgotten the password, ask the"
                                + " administrator of your agency for another link.")
                .asException();
    }

    private static ProblemException expired() {
        return Problem.of(
                        HttpStatus.GONE,
                        "invitation-expired",
                        "The invitation has expired",
                        "Ask the administrator of your agency for another link.")
                .asException();
    }
}
