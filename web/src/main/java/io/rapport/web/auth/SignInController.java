package io.rapport.web.auth;

import io.rapport.web.problem.Problem;
import io.rapport.web.session.SessionCookie;
import io.rapport.web.session.SessionService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Sign-in for pages: a token posted in a form opens a session, whose value is set as a cookie. */
@Controller
public final class SignInController {

    public static final String PATH = "/sign-in";
    public static final String OUT = "/sign-out";

    /** A path on this service: not {@code //host} or {@code /\host}, which lead to another site. */
    private static final Pattern OWN_PATH = Pattern.compile("/(?!/)[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*");

    private static final String HOME = "/";
    private static final String RETRY_SECONDS = "1";

    private final CallerResolver callers;
    private final SessionService sessions;
    private final SessionCookie cookie;

    public SignInController(CallerResolver callers, SessionService sessions, SessionCookie cookie) {
        this.callers = callers;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    /** The URL of the sign-in form, with the page to open afterwards. */
    static String page(String next) {
        return UriComponentsBuilder.fromPath(PATH)
                .queryParam("next", "{next}")
                .encode()
                .buildAndExpand(next)
                .toUriString();
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
            HttpServletRequest request,
            HttpServletResponse response) {
        if (failed == null && !next.equals(HOME) && isSignedIn()) {
            var target = ownPath(next);
            response.setHeader("Refresh", RETRY_SECONDS + "; url=" + target);
            model.addAttribute("next", target);
            return "signed-in";
        }
        model.addAttribute("next", next).addAttribute("failed", failed != null);
        return "sign-in";
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> signIn(
            @RequestParam String token,
            @RequestParam(defaultValue = HOME) String next,
            HttpServletRequest request) {
        requireSameSite(request);
        var target = ownPath(next);
        return callers.openSession(token.strip())
                .map(value -> {
                    cookie.read(request).ifPresent(sessions::close);
                    return seeOther(target)
                            .header(HttpHeaders.SET_COOKIE, cookie.set(value, request))
                            .<Void>build();
                })
                .orElseGet(() -> seeOther(page(target) + "&failed").build());
    }

    @PostMapping(OUT)
    ResponseEntity<Void> signOut(HttpServletRequest request) {
        requireSameSite(request);
        cookie.read(request).ifPresent(sessions::close);
        return seeOther(PATH)
                .header(HttpHeaders.SET_COOKIE, cookie.remove(request))
                .build();
    }

    private static boolean isSignedIn() {
        return RequestAuthorizationManager.callerOf(
                        SecurityContextHolder.getContext().getAuthentication())
                .isPresent();
    }

    private static String ownPath(String next) {
        return OWN_PATH.matcher(next).matches() ? next : HOME;
    }

    private static void requireSameSite(HttpServletRequest request) {
        if (RequestOrigin.isOtherSite(request)) {
            throw Problem.of(
                            HttpStatus.FORBIDDEN,
                            "cross-site",
                            "Sent from another site",
                            "Sign in and out on this service's own pages.")
                    .asException();
        }
    }

    private static ResponseEntity.BodyBuilder seeOther(String target) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).header(HttpHeaders.LOCATION, target);
    }
}
