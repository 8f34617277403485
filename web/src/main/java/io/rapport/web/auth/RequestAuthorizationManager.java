package io.rapport.web.auth;

import io.rapport.contracts.access.Scope;
import io.rapport.web.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Authorizes every request by its method and path. Paths outside of a token's agency and brands are answered with 404.
 * Within them reads require {@code READ}; engagements, imports and hooks require {@code INGEST}; reading rejections requires
 * either; all other writes require {@code ADMIN}. {@link AccessRules} holds the exceptions of a service.
 */
public final class RequestAuthorizationManager implements AuthorizationManager<RequestAuthorizationContext> {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> SENT = Set.of("engagements", "imports", "hooks");

    private final AccessRules table;

    public RequestAuthorizationManager(AccessRules table) {
        this.table = table;
    }

    /** A denial with its response. */
    record Refusal(Problem problem) implements AuthorizationResult {
        @Override
        public boolean isGranted() {
            return false;
        }
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        var request = context.getRequest();
        var path = pathOf(request);
        if (table.isOpen(path)) {
            return new AuthorizationDecision(true);
        }
        var method = HttpMethod.valueOf(request.getMethod());
        return callerOf(authentication.get())
                .map(caller -> decide(caller, method, path))
                .orElseGet(() -> new AuthorizationDecision(false));
    }

    /** Whether a caller may send a request. */
    boolean permits(Caller caller, HttpMethod method, PathContainer path) {
        return decide(caller, method, path).isGranted();
    }

    static PathContainer pathOf(HttpServletRequest request) {
        return RequestPath.parse(request.getRequestURI(), request.getContextPath())
                .pathWithinApplication();
    }

    private AuthorizationResult decide(Caller caller, HttpMethod method, PathContainer path) {
        var target = RequestTarget.of(path);
        var exists = READING.contains(method) && table.isShared(path)
                ? caller.belongsTo(target.agency())
                : isVisible(target, method, caller);
        if (!exists) {
            return new Refusal(Problem.notFound());
        }
        var scopes = table.scopes(method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method, path)
                .orElseGet(() -> rule(method, target));
        return scopes.isEmpty() || scopes.stream().anyMatch(caller::hasScope)
                ? new AuthorizationDecision(true)
                : new Refusal(lacking(scopes));
    }

    private static boolean isVisible(RequestTarget target, HttpMethod method, Caller caller) {
        var view = caller.view();
        return target.existsFor(caller) && (view == null || view.includes(method, target));
    }

    private static Set<Scope> rule(HttpMethod method, RequestTarget target) {
        if (READING.contains(method)) {
            return readingOf(target);
        }
        var sent = method.equals(HttpMethod.POST) && target.brand() != null && SENT.contains(target.resource());
        return Set.of(sent ? Scope.INGEST : Scope.ADMIN);
    }

    private static Set<Scope> readingOf(RequestTarget target) {
        if (target.agency() == null) {
            return Set.of();
        }
        return target.resource().equals("rejected") ? Set.of(Scope.INGEST, Scope.READ) : Set.of(Scope.READ);
    }

    /** 403 for a token that has none of the scopes of which one is needed. */
    public static Problem lacking(Set<Scope> scopes) {
        var names = new TreeSet<>(scopes).stream().map(Scope::name).toList();
        return Problem.of(
                        HttpStatus.FORBIDDEN,
                        "scope-missing",
                        "The token may not do this",
                        "This needs a token with the scope " + String.join(" or ", names) + ".")
                .with("scopes", names);
    }

    /** The caller of the request that this thread processes; empty on an open path without a credential. */
    public static Optional<Caller> currentCaller() {
        return callerOf(SecurityContextHolder.getContext().getAuthentication());
    }

    private static Optional<Caller> callerOf(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }
}
