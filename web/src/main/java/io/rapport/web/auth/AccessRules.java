package io.rapport.web.auth;

import io.rapport.contracts.access.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Where a service departs from the rule of {@link RequestAuthorizationManager}: the one table of it, a bean. What lies outside a token's agency
 * and brands stays unknown to it whatever is written here, unless it is open to everyone.
 */
public final class AccessRules {

    private final List<Rule> rules;

    private AccessRules(List<Rule> rules) {
        this.rules = rules;
    }

    /** What every service begins with: its health and its OpenAPI document are open. */
    public static AccessRules standard() {
        return new AccessRules(List.of()).open("/actuator/health/**", "/openapi.json");
    }

    /** The same with paths that need no token, as path patterns. */
    public AccessRules open(String... patterns) {
        return with(Stream.of(patterns).map(pattern -> new Rule(null, parse(pattern), Set.of())));
    }

    /**
     * The same with a path that needs one of the scopes instead of what the rule asks for.
     *
     * @param method {@code GET} is for {@code HEAD} too
     * @param pattern of the whole path
     */
    public AccessRules require(HttpMethod method, String pattern, Scope... oneOf) {
        if (oneOf.length == 0) {
            throw new IllegalArgumentException("Say which scopes " + pattern + " needs, or open it");
        }
        return with(Stream.of(new Rule(method, parse(pattern), Set.of(oneOf))));
    }

    boolean isOpen(PathContainer path) {
        return rules.stream().anyMatch(rule -> rule.scopes.isEmpty() && rule.pattern.matches(path));
    }

    Optional<Set<Scope>> scopes(HttpMethod method, PathContainer path) {
        return rules.stream()
                .filter(rule -> method.equals(rule.method) && rule.pattern.matches(path))
                .map(Rule::scopes)
                .findFirst();
    }

    private AccessRules with(Stream<Rule> more) {
        return new AccessRules(Stream.concat(rules.stream(), more).toList());
    }

    private static PathPattern parse(String pattern) {
        return PathPatternParser.defaultInstance.parse(pattern);
    }

    private record Rule(@Nullable HttpMethod method, PathPattern pattern, Set<Scope> scopes) {}
}
