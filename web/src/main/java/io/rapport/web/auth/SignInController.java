package io.rapport.web.auth;

import io.rapport.web.pages.PageController;
import io.rapport.web.problem.Problem;
import io.rapport.web.user.PasswordAuthenticator;
import io.rapport.web.user.PasswordAuthenticator.BackoffException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Sign-in for pages: the password of a user, or a token, posted in a form opens a session, whose value is set as a cookie. */
@Controller
public final class SignInController {

    public static final String PATH = "/sign-in";
    public static final String OUT = "/sign-out";

    /** The path of sign-in at an issuer. */
    public static final String ISSUER = PATH + "/oidc";

    /** A path on this service: not {@code //host} or {@code /\host}, which lead to another site. */
    private static final Pattern OWN_PATH = Pattern.compile("/(?!/)[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*");

    private static final String HOME = "/";
    private static final String RETRY_SECONDS = "1";

    private final SessionOpener sessions;
    private final PasswordAuthenticator passwords;
    private final Optional<SingleSignOn> signOn;

    public SignInController(SessionOpener sessions, PasswordAuthenticator passwords, Optional<SingleSignOn> signOn) {
        this.sessions = sessions;
        this.passwords = passwords;
        this.signOn = signOn;
    }

    /** The URL of the sign-in form, with the page to open afterwards. */
    static String page(String next) {
        return UriComponentsBuilder.fromPath(PATH)
                .queryParam("next", "{next}")
                .encode()
                .buildAndExpand(next)
                .toUriString();
    }

    /** The URL of the sign-in form, with the reason why a sign-in failed. */
    public static String failed(String next, SignInFailure failure) {
        return page(next) + "&failed" + (failure == SignInFailure.TOKEN ? "" : "=" + failure.key());
    }

    /** A path of this installation as it is; else its home. */
    public static String ownPath(String next) {
        return OWN_PATH.matcher(next).matches() ? next : HOME;
    }

    /**
     * The form. A browser that is signed in was sent here by a service that has not read its new session yet: it tries
     * again.
     */
    @GetMapping(PATH)
    String form(
            @RequestParam(defaultValue = HOME) String next,
            @RequestParam(required = false) @Nullable String failed,
            Model model,
            HttpServletResponse response) {
        if (failed == null && !next.equals(HOME) && isSignedIn()) {
            var target = ownPath(next);
            response.setHeader("Refresh", RETRY_SECONDS + "; url=" + target);
            model.addAttribute("next", target);
            return "signed-in";
        }
        model.addAttribute("next", next).addAttribute("failed", failed != null);
        model.addAttribute("reason", SignInFailure.of(failed).key());
        model.addAttribute("issuer", signOn.map(SingleSignOn::name).orElse(null));
        return "sign-in";
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> signIn(
            @RequestParam(required = false) @Nullable String token,
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable String password,
            @RequestParam(defaultValue = HOME) String next,
            HttpServletRequest request) {
        RequestOrigin.requireSameSite(request);
        var target = ownPath(next);
        if (token != null) {
            return respond(sessions.open(token.strip(), request), target, SignInFailure.TOKEN);
        }
        if (email == null || password == null) {
            throw Problem.invalid("token", "Send a token, or an e-mail address and a password.")
                    .asException();
        }
        try {
            var user = passwords.authenticate(email, password, RequestOrigin.address(request));
            return respond(user.map(found -> sessions.open(found, request)), target, SignInFailure.PASSWORD);
        } catch (BackoffException e) {
            return respond(Optional.empty(), target, SignInFailure.WAIT);
        }
    }

    /**
     * Ends the session. A browser that signed in at an issuer goes on to sign out there: by a page, because the pages' content
     * policy lets forms lead to this installation only, also through a redirect.
     */
    @PostMapping(OUT)
    ModelAndView signOut(HttpServletRequest request, HttpServletResponse response) {
        RequestOrigin.requireSameSite(request);
        var onward = signOn.filter(issuer -> sessions.isOfIssuer(request))
                .flatMap(issuer -> issuer.signOut(request, response));
        response.addHeader(HttpHeaders.SET_COOKIE, sessions.close(request));
        if (onward.isEmpty()) {
            return PageController.seeOther(PATH);
        }
        var target = onward.get().toString();
        response.setHeader("Refresh", "0; url=" + target);
        return new ModelAndView("signed-out").addObject("target", target);
    }

    private static ResponseEntity<Void> respond(Optional<String> cookie, String target, SignInFailure failure) {
        return cookie.map(header ->
                        seeOther(target).header(HttpHeaders.SET_COOKIE, header).<Void>build())
                .orElseGet(() -> seeOther(failed(target, failure)).build());
    }

    private static boolean isSignedIn() {
        return RequestAuthorizationManager.currentCaller().isPresent();
    }

    private static ResponseEntity.BodyBuilder seeOther(String target) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).header(HttpHeaders.LOCATION, target);
    }
}
