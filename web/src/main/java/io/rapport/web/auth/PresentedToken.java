package io.rapport.web.auth;

import io.rapport.web.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.WebUtils;

/**
 * Reads the token of a request, with which a service may call another one on behalf of the caller. Whether it is valid, and
 * whether a request may use its cookie, is decided by {@link TokenAuthenticationFilter} before a controller is reached.
 */
public final class PresentedToken {

    static final String COOKIE = "rapport_token";

    private static final String SCHEME = "Bearer ";

    private PresentedToken() {}

    /** The token in the header {@code Authorization}, else in the sign-in cookie. */
    public static Optional<String> find(HttpServletRequest request) {
        return hasHeader(request) ? bearer(request) : cookie(request);
    }

    /** As {@link #find}, of a request that passed the authentication. */
    public static String require(HttpServletRequest request) {
        return find(request).orElseThrow(() -> Problem.notFound().asException());
    }

    static boolean hasHeader(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> value.substring(SCHEME.length()).strip());
    }

    static Optional<String> cookie(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).map(cookie -> cookie.getValue());
    }
}
