package io.rapport.web.auth;

import io.rapport.web.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Sign-in for pages: a token posted in a form is set as a cookie. */
@Controller
public final class SignInController {

    public static final String PATH = "/sign-in";
    public static final String OUT = "/sign-out";

    /** A path on this service: not {@code //host} or {@code /\host}, which lead to another site. */
    private static final Pattern OWN_PATH = Pattern.compile("/(?!/)[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*");

    private static final String HOME = "/";
    /** The header by which browsers declare the origin of a request. */
    static final String FETCH_SITE = "Sec-Fetch-Site";

    private final CallerResolver callers;

    public SignInController(CallerResolver callers) {
        this.callers = callers;
    }

    /** The URL of the sign-in form, with the page to open afterwards. */
    static String page(String next) {
        return UriComponentsBuilder.fromPath(PATH)
                .queryParam("next", "{next}")
                .encode()
                .buildAndExpand(next)
                .toUriString();
    }

    @GetMapping(PATH)
    String form(
            @RequestParam(defaultValue = HOME) String next,
            @RequestParam(required = false) @Nullable String failed,
            Model model) {
        model.addAttribute("next", next).addAttribute("failed", failed != null);
        return "sign-in";
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> signIn(
            @RequestParam String token,
            @RequestParam(defaultValue = HOME) String next,
            @RequestHeader(name = FETCH_SITE, defaultValue = "none") String site,
            HttpServletRequest request) {
        requireSameSite(site);
        var target = OWN_PATH.matcher(next).matches() ? next : HOME;
        if (callers.resolve(token.strip()).isEmpty()) {
            return seeOther(page(target) + "&failed").build();
        }
        return seeOther(target)
                .header(
                        HttpHeaders.SET_COOKIE,
                        cookie(token.strip(), request).build().toString())
                .build();
    }

    @PostMapping(OUT)
    ResponseEntity<Void> signOut(
            @RequestHeader(name = FETCH_SITE, defaultValue = "none") String site, HttpServletRequest request) {
        requireSameSite(site);
        return seeOther(PATH)
                .header(
                        HttpHeaders.SET_COOKIE,
                        cookie("", request).maxAge(Duration.ZERO).build().toString())
                .build();
    }

    private static void requireSameSite(String site) {
        if (site.equals("cross-site")) {
            throw Problem.of(
                            HttpStatus.FORBIDDEN,
                            "cross-site",
                            "Sent from another site",
                            "Sign in and out on this service's own pages.")
                    .asException();
        }
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String token, HttpServletRequest request) {
        return ResponseCookie.from(PresentedToken.COOKIE, token)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/");
    }

    private static ResponseEntity.BodyBuilder seeOther(String target) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).header(HttpHeaders.LOCATION, target);
    }
}
