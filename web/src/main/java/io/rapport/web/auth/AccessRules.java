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
 * The exceptions of a service from the rules of {@link RequestAuthorizationManager}, as a bean. A path outside of a
 * token's agency and brands stays hidden from it whatever these rules permit, unless the path is open.
 */
public final class AccessRules {

    private final List<Rule> rules;
    private final List<PathPattern> shared;

    private AccessRules(List<Rule> rules, List<PathPattern> shared) {
        this.rules = rules;
        this.shared = shared;
    }

    /** The rules of every service: health and the OpenAPI document are open. */
    public static AccessRules standard() {
        return new AccessRules(List.of(), List.of()).open("/actuator/health/**", "/openapi.json");
    }

    /** A copy with paths, given as path patterns, that need no token. */
    public AccessRules open(String... patterns) {
        return with(Stream.of(patterns).map(pattern -> new Rule(null, parse(pattern), Set.of())));
    }

    /**
     * A copy with a path that requires one of the given scopes instead of the default ones.
     *
     * @param method {@code GET} also covers {@code HEAD}
     * @param pattern path pattern of the whole path
     */
    public AccessRules require(HttpMethod method, String pattern, Scope... oneOf) {
        if (oneOf.length == 0) {
            throw new IllegalArgumentException("No scopes for " + pattern + ": name at least one, or open the path");
        }
        return with(Stream.of(new Rule(method, parse(pattern), Set.of(oneOf))));
    }

    /**
     * A copy with paths of an agency, given as path patterns, that each of its callers may read: also those who are limited to
     * brands, and clients with a link.
     */
    public AccessRules share(String... patterns) {
        return new AccessRules(
                rules,
                Stream.concat(shared.stream(), Stream.of(patterns).map(AccessRules::parse))
                        .toList());
    }

    boolean isShared(PathContainer path) {
        return shared.stream().anyMatch(pattern -> pattern.matches(path));
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
        return new AccessRules(Stream.concat(rules.stream(), more).toList(), shared);
    }

    private static PathPattern parse(String pattern) {
        return PathPatternParser.defaultInstance.parse(pattern);
    }

    private record Rule(@Nullable HttpMethod method, PathPattern pattern, Set<Scope> scopes) {}
}
