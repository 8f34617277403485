package io.rapport.web.auth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BooleanSupplier;
import org.springframework.http.HttpMethod;

/** Checks again whether the sender of a request may send it, for responses that stay open long after its authorization. */
public final class AccessCheck {

    private final CallerResolver callers;
    private final RequestAuthorizationManager authorization;

    public AccessCheck(CallerResolver callers, RequestAuthorizationManager authorization) {
        this.callers = callers;
        this.authorization = authorization;
    }

    /**
     * A check of a request that passed the authorization. It does not use the request: any thread may run it, at any time. It
     * returns false after the token was revoked, the session was closed, or the user or link was removed or limited.
     */
    public BooleanSupplier of(HttpServletRequest request) {
        var credential = PresentedToken.require(request);
        var method = HttpMethod.valueOf(request.getMethod());
        var path = RequestAuthorizationManager.pathOf(request);
        return () -> callers.resolve(credential)
                .filter(caller -> authorization.permits(caller, method, path))
                .isPresent();
    }
}
