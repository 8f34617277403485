package io.rapport.gateway.route;

import static io.rapport.gateway.route.Backend.IDENTITY;
import static io.rapport.gateway.route.Backend.INGEST;
import static io.rapport.gateway.route.Backend.REPORT;
import static io.rapport.gateway.route.Backend.SCORING;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Maps a request to the service that serves it. The first route that matches wins; report serves everything that no other
 * service does. What is not public has no route: {@code /actuator} and {@code /v1/internal}.
 */
public final class RouteTable {

    private static final String API = "/v1/agencies/{agency}/brands/{brand}/";
    private static final String PAGES = "/agencies/{agency}/brands/{brand}/";

    private static final List<Route> ROUTES = List.of(
            new Route(null, pattern("/actuator/**"), null),
            new Route(null, pattern("/v1/internal/**"), null),
            new Route(null, pattern(API + "engagements/{engagement}/sentiment"), REPORT),
            new Route(null, pattern("/v1/agencies/{agency}/brands"), INGEST),
            new Route(null, pattern("/v1/agencies/{agency}/brands/{brand}"), INGEST),
            new Route(null, pattern("/v1/agencies/{agency}/tokens/**"), INGEST),
            new Route(null, pattern(API + "{resource:engagements|imports|rejected}/**"), INGEST),
            new Route("DELETE", pattern(API + "people/{person}"), IDENTITY),
            new Route(null, pattern(API + "people/{person}/{resource:merge|split|distinct|decisions}/**"), IDENTITY),
            new Route(
                    null,
                    pattern(API + "{resource:identities|reviews|inferred|decisions|identity-policy|blocked-contacts}/**"),
                    IDENTITY),
            new Route(null, pattern(API + "{resource:matching|erasures}/**"), IDENTITY),
            new Route(null, pattern(PAGES + "{resource:identities|reviews|erasures}/**"), IDENTITY),
            new Route(null, pattern("/assets/identity/**"), IDENTITY),
            new Route(null, pattern(API + "{resource:models|day|days}/**"), SCORING),
            new Route(null, pattern("/**"), REPORT));

    /** A route; without a method it holds for all of them, without a backend the path is hidden. */
    private record Route(
            @Nullable String method, PathPattern pattern, @Nullable Backend backend) {

        boolean matches(String requested, PathContainer path) {
            return (method == null || method.equals(requested)) && pattern.matches(path);
        }
    }

    private RouteTable() {}

    /**
     * The service that serves a request; empty if the path is not public.
     *
     * @param method HTTP method in capitals
     * @param path the path as it was sent, still percent-encoded, without query
     */
    public static Optional<Backend> find(String method, String path) {
        var parsed = PathContainer.parsePath(path);
        return ROUTES.stream()
                .filter(route -> route.matches(method, parsed))
                .findFirst()
                .flatMap(route -> Stream.ofNullable(route.backend).findFirst());
    }

    private static PathPattern pattern(String pattern) {
        return PathPatternParser.defaultInstance.parse(pattern);
    }
}
