package io.rapport.web.auth;

import io.rapport.web.problem.ProblemException;
import io.rapport.web.problem.ProblemWriter;
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
 * Authenticates a request by its bearer token or, in services with pages, by the sign-in cookie. The cookie is valid for
 * reads, and for forms and uploads of the service's own pages ({@code Sec-Fetch-Site: same-origin}), which prevents
 * cross-site request forgery. Writes under {@code /v1} are never authenticated by cookie.
 */
public final class TokenAuthenticationFilter extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final PathPattern UPLOADS =
            PathPatternParser.defaultInstance.parse("/agencies/{agency}/brands/{brand}/imports/**");

    private final CallerResolver callers;
    private final ProblemWriter problems;
    private final boolean pages;

    public TokenAuthenticationFilter(CallerResolver callers, ProblemWriter problems, boolean pages) {
        this.callers = callers;
        this.problems = problems;
        this.pages = pages;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            presentedToken(request).flatMap(callers::resolve).ifPresent(TokenAuthenticationFilter::authenticate);
        } catch (ProblemException e) {
            problems.write(response, e);
            return;
        }
        chain.doFilter(request, response);
    }

    private Optional<String> presentedToken(HttpServletRequest request) {
        if (PresentedToken.hasHeader(request)) {
            return PresentedToken.bearer(request);
        }
        return pages && (READING.contains(request.getMethod()) || isOfOwnPage(request))
                ? PresentedToken.cookie(request)
                : Optional.empty();
    }

    private static boolean isOfOwnPage(HttpServletRequest request) {
        var type = request.getContentType();
        return request.getMethod().equals("POST")
                && !request.getRequestURI().startsWith("/v1/")
                && type != null
                && (type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE) || isUpload(request))
                && "same-origin".equals(request.getHeader(SignInController.FETCH_SITE));
    }

    /** Files are sent by a script of the page, below the path of the imports of a brand. */
    private static boolean isUpload(HttpServletRequest request) {
        return UPLOADS.matches(RequestPath.parse(request.getRequestURI(), request.getContextPath())
                .pathWithinApplication());
    }

    private static void authenticate(Caller caller) {
        var authorities = caller.isInstallationAdministrator()
                ? AuthorityUtils.createAuthorityList("ROLE_INSTALLATION")
                : AuthorityUtils.NO_AUTHORITIES;
        SecurityContextHolder.setContext(
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(caller, null, authorities)));
    }
}
