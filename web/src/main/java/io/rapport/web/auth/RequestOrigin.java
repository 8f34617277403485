package io.rapport.web.auth;

import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Where a request comes from: the site, as browsers declare it by {@code Sec-Fetch-Site} or, from browsers that do not send it, by comparing
 * {@code Origin} with the host that was asked, and the network address.
 */
public final class RequestOrigin {

    private static final String FETCH_SITE = "Sec-Fetch-Site";

    private RequestOrigin() {}

    /** Whether a page of this service sent the request. */
    static boolean isOwnPage(HttpServletRequest request) {
        var site = request.getHeader(FETCH_SITE);
        return site == null ? isOwn(request.getHeader(HttpHeaders.ORIGIN), request) : site.equals("same-origin");
    }

    /** Whether a page of another site sent the request. What no page sent is not of another site. */
    private static boolean isOtherSite(HttpServletRequest request) {
        var site = request.getHeader(FETCH_SITE);
        if (site != null) {
            return site.equals("cross-site");
        }
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && !isOwn(origin, request);
    }

    /**
     * Requires that no page of another site sent a form that works without being signed in.
     *
     * @throws ProblemException 403 if one did
     */
    public static void requireSameSite(HttpServletRequest request) {
        if (isOtherSite(request)) {
            throw Problem.of(
                            HttpStatus.FORBIDDEN,
                            "cross-site",
                            "Sent from another site",
                            "Sign in and out on this service's own pages.")
                    .asException();
        }
    }

    /** The network address that the nearest proxy, such as the gateway, received the request from. */
    public static String address(HttpServletRequest request) {
        var forwarded = request.getHeader("X-Forwarded-For");
        return forwarded == null
                ? request.getRemoteAddr()
                : forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }

    private static boolean isOwn(@Nullable String origin, HttpServletRequest request) {
        var host = request.getHeader(HttpHeaders.HOST);
        // A proxy that terminates TLS may hide the scheme.
        return origin != null
                && host != null
                && (origin.equalsIgnoreCase("https://" + host) || origin.equalsIgnoreCase("http://" + host));
    }
}
