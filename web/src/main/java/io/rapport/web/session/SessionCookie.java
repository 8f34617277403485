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

    /** Lax, not strict: a link in a message, and the return from an identity provider, open a page signed in. */
    private ResponseCookie.ResponseCookieBuilder cookie(String value, HttpServletRequest request) {
        return ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/");
    }
}
