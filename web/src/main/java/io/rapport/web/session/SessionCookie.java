package io.rapport.web.session;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * The cookie with the value of a session. Browsers send it to every port of a host: installations on one host need
 * different names.
 *
 * @param name its name
 */
public record SessionCookie(String name) {

    /** The value in a request. */
    public Optional<String> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name))
                .map(cookie -> cookie.getValue())
                .filter(SessionService::isValue);
    }

    /** The header that sets the cookie until the browser is closed. */
    public String set(String value, HttpServletRequest request) {
        return cookie(value, request).build().toString();
    }

    /** The header that removes the cookie. */
    public String remove(HttpServletRequest request) {
        return cookie("", request).maxAge(Duration.ZERO).build().toString();
    }

    /**
     * The name of a cookie of an installation.
     *
     * @param suffix of the installation; empty for none
     */
    public static String nameOf(String base, String suffix) {
        return suffix.isEmpty() ? base : base + "_" + suffix;
    }

    /**
     * A cookie of a sign-in. Lax, not strict: a link in a message, and the return from an identity provider, open a page signed in.
     *
     * @param path the only paths that it is sent to
     */
    public static ResponseCookie.ResponseCookieBuilder builder(
            String name, String value, String path, HttpServletRequest request) {
        return ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path(path);
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String value, HttpServletRequest request) {
        return builder(name, value, "/", request);
    }
}
