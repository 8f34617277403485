package io.rapport.web.auth;

import io.rapport.web.problem.ProblemException;
import io.rapport.web.problem.ProblemWriter;
import io.rapport.web.session.SessionCookie;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.server.RequestPath;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Authenticates a request by its bearer token or, in services with pages, by the cookie of a session. The cookie is valid for
 * reads, and for forms and uploads of the service's own pages ({@link RequestOrigin}), which prevents cross-site request
 * forgery. Writes under {@code /v1} are never authenticated by cookie.
 */
public final class TokenAuthenticationFilter extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final PathPattern UPLOADS =
            PathPatternParser.defaultInstance.parse("/agencies/{agency}/brands/{brand}/imports/**");

    private final CallerResolver callers;
    private final ProblemWriter problems;
    private final Optional<SessionCookie> cookie;

    /**
     * Creates the filter.
     *
     * @param cookie the cookie of sessions; empty in services without pages
     */
    public TokenAuthenticationFilter(CallerResolver callers, ProblemWriter problems, Optional<SessionCookie> cookie) {
        this.callers = callers;
        this.problems = problems;
        this.cookie = cookie;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            presented(request)
                    .ifPresent(credential ->
                            callers.resolve(credential).ifPresent(caller -> authenticate(request, credential, caller)));
        } catch (ProblemException e) {
            problems.write(response, e);
            return;
        }
        chain.doFilter(request, response);
    }

    private Optional<String> presented(HttpServletRequest request) {
        if (PresentedToken.hasHeader(request)) {
            return PresentedToken.bearer(request);
        }
        return READING.contains(request.getMethod()) || isOfOwnPage(request)
                ? cookie.flatMap(each -> each.read(request))
                : Optional.empty();
    }

    private static boolean isOfOwnPage(HttpServletRequest request) {
        var type = request.getContentType();
        return request.getMethod().equals("POST")
                && !request.getRequestURI().startsWith("/v1/")
                && type != null
                && (type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE) || isUpload(request))
                && RequestOrigin.isOwnPage(request);
    }

    /** Files are sent by a script of the page, below the path of the imports of a brand. */
    private static boolean isUpload(HttpServletRequest request) {
        return UPLOADS.matches(RequestPath.parse(request.getRequestURI(), request.getContextPath())
                .pathWithinApplication());
    }

    private static void authenticate(HttpServletRequest request, String credential, Caller caller) {
        PresentedToken.accept(request, credential);
        var authorities = caller.isInstallationAdministrator()
                ? AuthorityUtils.createAuthorityList("ROLE_INSTALLATION")
                : AuthorityUtils.NO_AUTHORITIES;
        SecurityContextHolder.setContext(
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(caller, null, authorities)));
    }
}
