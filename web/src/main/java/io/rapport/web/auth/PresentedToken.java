package io.rapport.web.auth;

import io.rapport.web.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/**
 * The credential that authenticated a request, with which a service may call another one on behalf of the caller: a token,
 * or the value of a session.
 */
public final class PresentedToken {

    private static final String ATTRIBUTE = PresentedToken.class.getName();
    private static final String SCHEME = "Bearer ";

    private PresentedToken() {}

    /** The credential of a request that passed the authentication. */
    public static String require(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(ATTRIBUTE))
                .orElseThrow(() -> Problem.notFound().asException());
    }

    static void accept(HttpServletRequest request, String credential) {
        request.setAttribute(ATTRIBUTE, credential);
    }

    static boolean hasHeader(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> value.substring(SCHEME.length()).strip());
    }
}
