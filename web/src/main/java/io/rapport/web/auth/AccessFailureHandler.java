package io.rapport.web.auth;

import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Responds to requests that are rejected before they reach a controller. */
public final class AccessFailureHandler
        implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    private final ProblemWriter problems;
    private final boolean pages;

    public AccessFailureHandler(ProblemWriter problems, boolean pages) {
        this.problems = problems;
        this.pages = pages;
    }

    /** 401 for a request without a valid token; pages are redirected to the sign-in form. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (pages && wantsPage(request)) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, signIn(request));
            return;
        }
        var presented = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, presented ? "Bearer error=\"invalid_token\"" : "Bearer");
        problems.write(response, presented ? unknownToken() : noToken());
    }

    /** 403 or 404 for a request that is not permitted. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        problems.write(
                response,
                refusalIn(e).map(RequestAuthorizationManager.Refusal::problem).orElseGet(Problem::notFound));
    }

    /** 400 for a malformed URL or header. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException e)
            throws IOException {
        problems.write(
                response,
                Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "malformed-request",
                        "The address or a header cannot be used",
                        "Send a plain path: no empty segments, no '..', ';', encoded slashes or control characters."));
    }

    private static Optional<RequestAuthorizationManager.Refusal> refusalIn(AccessDeniedException e) {
        return e instanceof AuthorizationDeniedException denied
                        && denied.getAuthorizationResult() instanceof RequestAuthorizationManager.Refusal refusal
                ? Optional.of(refusal)
                : Optional.empty();
    }

    private static boolean wantsPage(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return HttpMethod.GET.matches(request.getMethod())
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static String signIn(HttpServletRequest request) {
        var query = request.getQueryString();
        return SignInController.page(request.getRequestURI() + (query == null ? "" : "?" + query));
    }

    /** 401 for a request without a token. */
    public static Problem noToken() {
        return unauthenticated("Send a token with the request: 'Authorization: Bearer <token>'.");
    }

    private static Problem unknownToken() {
        return unauthenticated("The token is unknown, revoked or expired. Ask your administrator for another.");
    }

    private static Problem unauthenticated(String detail) {
        return Problem.of(HttpStatus.UNAUTHORIZED, "unauthenticated", "A valid token is needed", detail);
    }
}
