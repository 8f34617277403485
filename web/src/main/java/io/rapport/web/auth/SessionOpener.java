package io.rapport.web.auth;

import io.rapport.contracts.access.LinkIssued;
import io.rapport.contracts.access.SessionCredential;
import io.rapport.contracts.access.SessionUser;
import io.rapport.contracts.access.UserRegistered;
import io.rapport.web.session.SessionCookie;
import io.rapport.web.session.SessionService;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Opens and closes the session of a browser. Each returns the header {@code Set-Cookie} of the response. */
public final class SessionOpener {

    private final CallerResolver callers;
    private final SessionService sessions;
    private final SessionCookie cookie;

    public SessionOpener(CallerResolver callers, SessionService sessions, SessionCookie cookie) {
        this.callers = callers;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    /** Opens a session for a user, and closes the one that the browser had. */
    public String open(UserRegistered user, HttpServletRequest request) {
        return replace(callers.openSession(user), request);
    }

    /** Opens a session for the client with a link, and closes the one that the browser had. */
    public String open(LinkIssued link, HttpServletRequest request) {
        return replace(callers.openSession(link), request);
    }

    /**
     * Opens a session for a user of an OpenID Connect issuer, and closes the one that the browser had.
     *
     * @param account the hash of the issuer and the subject
     */
    public String open(SessionUser user, String account, HttpServletRequest request) {
        return replace(callers.openSession(user, account), request);
    }

    /** Opens a session for a token, and closes the one that the browser had; empty for an invalid token. */
    Optional<String> open(String token, HttpServletRequest request) {
        return callers.openSession(token).map(value -> replace(value, request));
    }

    /** Whether the browser has a session that was opened by an OpenID Connect issuer. */
    public boolean isOfIssuer(HttpServletRequest request) {
        return cookie.read(request)
                .flatMap(sessions::find)
                .filter(session -> session.credential() == SessionCredential.OIDC)
                .isPresent();
    }

    /** Closes the session of the browser. */
    public String close(HttpServletRequest request) {
        cookie.read(request).ifPresent(sessions::close);
        return cookie.remove(request);
    }

    private String replace(String value, HttpServletRequest request) {
        cookie.read(request).ifPresent(sessions::close);
        return cookie.set(value, request);
    }
}
