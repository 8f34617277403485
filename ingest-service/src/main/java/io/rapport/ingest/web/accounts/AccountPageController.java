package io.rapport.ingest.web.accounts;

import io.rapport.contracts.access.UserRegistered;
import io.rapport.ingest.domain.user.UserService;
import io.rapport.web.auth.Caller;
import io.rapport.web.auth.SessionOpener;
import io.rapport.web.auth.SignInController;
import io.rapport.web.pages.PageController;
import io.rapport.web.pages.PageText;
import io.rapport.web.problem.Problem;
import io.rapport.web.user.UserDirectory;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of the caller's own account: who is signed in, and the end of all sessions. */
@Controller
class AccountPageController extends PageController {

    private static final String PATH = "/account";

    private final UserService users;
    private final UserDirectory directory;
    private final SessionOpener sessions;
    private final Clock clock;

    AccountPageController(UserService users, UserDirectory directory, SessionOpener sessions, Clock clock) {
        this.users = users;
        this.directory = directory;
        this.sessions = sessions;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView account(Caller caller, HttpServletRequest request) {
        var user = Optional.ofNullable(caller.user()).flatMap(directory::byKey);
        return new ModelAndView("account")
                .addObject("name", PageText.line(caller.name()))
                .addObject("email", user.map(UserRegistered::email).orElse(null))
                .addObject("issuer", sessions.isOfIssuer(request))
                .addObject("role", user.map(each -> each.role().name()).orElse(null))
                .addObject("brands", caller.brands().stream().sorted().toList())
                .addObject("agency", caller.agency())
                .addObject("administers", caller.agency() != null && caller.administers(caller.agency()));
    }

    /** Ends all sessions of the user, this one included. */
    @PostMapping(path = PATH + "/sign-out", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView signOut(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        if (caller.user() == null) {
            throw Problem.notFound().asException();
        }
        if (users.signOut(caller.user(), clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .isEmpty()) {
            throw Problem.notFound().asException();
        }
        response.addHeader(HttpHeaders.SET_COOKIE, sessions.close(request));
        return seeOther(SignInController.PATH);
    }
}
