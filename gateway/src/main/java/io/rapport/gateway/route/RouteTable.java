package io.rapport.gateway.route;

import static io.rapport.gateway.route.UpstreamService.IDENTITY;
import static io.rapport.gateway.route.UpstreamService.INGEST;
import static io.rapport.gateway.route.UpstreamService.REPORT;
import static io.rapport.gateway.route.UpstreamService.SCORING;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.http.server.PathContainer.Separator;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Maps a request to the service that serves it: one line for each resource of a service, the first match wins. Report serves
 * everything that no other service does, so that its resources need no line.
 */
public final class RouteTable {

    private static final String AGENCY = "/v1/agencies/{agency}";
    private static final String BRAND = AGENCY + "/brands/{brand}";
    private static final String PAGES = "/agencies/{agency}/brands/{brand}";

    private static final List<Route> ROUTES = List.of(
            hidden("/actuator/**"),
            hidden("/v1/internal/**"),
            // Resources of an agency.
            route(INGEST, AGENCY + "/brands"),
            route(INGEST, AGENCY + "/brands/{brand}"),
            route(INGEST, AGENCY + "/users/**"),
            route(INGEST, AGENCY + "/tokens/**"),
            route(INGEST, AGENCY + "/sources/**"),
            route(INGEST, AGENCY + "/connections/**"),
            route(INGEST, AGENCY + "/hooks/**"),
            // Resources of a brand.
            route(REPORT, BRAND + "/engagements/{engagement}/sentiment"),
            route(INGEST, BRAND + "/engagements/**"),
            route(INGEST, BRAND + "/imports/**"),
            route(INGEST, BRAND + "/rejected/**"),
            route(INGEST, BRAND + "/connections/**"),
            route(INGEST, BRAND + "/links/**"),
            route("DELETE", IDENTITY, BRAND + "/people/{person}"),
            route(IDENTITY, BRAND + "/people/{person}/merge"),
            route(IDENTITY, BRAND + "/people/{person}/split"),
            route(IDENTITY, BRAND + "/people/{person}/distinct/**"),
            route(IDENTITY, BRAND + "/people/{person}/decisions/**"),
            route(IDENTITY, BRAND + "/identities/**"),
            route(IDENTITY, BRAND + "/reviews/**"),
            route(IDENTITY, BRAND + "/inferred/**"),
            route(IDENTITY, BRAND + "/decisions/**"),
            route(IDENTITY, BRAND + "/identity-policy"),
            route(IDENTITY, BRAND + "/blocked-contacts/**"),
            route(IDENTITY, BRAND + "/matching/**"),
            route(IDENTITY, BRAND + "/erasures/**"),
            route(SCORING, BRAND + "/models/**"),
            route(SCORING, BRAND + "/day"),
            route(SCORING, BRAND + "/days/**"),
            // Pages.
            route(INGEST, "/connections/**"),
            route(INGEST, "/invitations/**"),
            route(INGEST, "/links/**"),
            route(INGEST, "/account/**"),
            route(INGEST, "/agencies/{agency}/users/**"),
            route(INGEST, "/agencies/{agency}/tokens/**"),
            route("POST", INGEST, "/agencies/{agency}/brands"),
            route(INGEST, "/agencies/{agency}/connections/**"),
            route(INGEST, PAGES + "/connections/**"),
            route(INGEST, PAGES + "/links/**"),
            route(INGEST, PAGES + "/imports/**"),
            route(INGEST, PAGES + "/rejected/**"),
            route(INGEST, "/assets/ingest/**"),
            route(IDENTITY, PAGES + "/identities/**"),
            route(IDENTITY, PAGES + "/reviews/**"),
            route(IDENTITY, PAGES + "/erasures/**"),
            route(IDENTITY, "/assets/identity/**"),
            route(REPORT, "/**"));

    /** A route; without a method it holds for all of them, without a service the path is not public. */
    private record Route(@Nullable String method, @Nullable UpstreamService service, PathPattern pattern) {

        boolean matches(String requested, PathContainer path) {
            return (method == null || method.equals(requested)) && pattern.matches(path);
        }
    }

    private RouteTable() {}

    /**
     * The service that serves a request; empty if the path is not public, or is not in normal form: a service could read
     * {@code //} or {@code ..} as another path than the one that is matched here.
     *
     * @param method HTTP method in capitals
     * @param path the path as it was sent, still percent-encoded, without query
     */
    public static Optional<UpstreamService> find(String method, String path) {
        PathContainer parsed;
        try {
            parsed = PathContainer.parsePath(path);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (!isNormal(parsed)) {
            return Optional.empty();
        }
        return ROUTES.stream()
                .filter(route -> route.matches(method, parsed))
                .findFirst()
                .map(Route::service);
    }

    private static boolean isNormal(PathContainer path) {
        var separators = true;
        for (var i = 0; i < path.elements().size(); i++) {
            var element = path.elements().get(i);
            separators &= element instanceof Separator == (i % 2 == 0);
            if (element instanceof PathSegment segment
                    && (segment.valueToMatch().equals(".")
                            || segment.valueToMatch().equals(".."))) {
                return false;
            }
        }
        return separators && !path.elements().isEmpty();
    }

    private static Route hidden(String pattern) {
        return new Route(null, null, PathPatternParser.defaultInstance.parse(pattern));
    }

    private static Route route(UpstreamService service, String pattern) {
        return new Route(null, service, PathPatternParser.defaultInstance.parse(pattern));
    }

    private static Route route(String method, UpstreamService service, String pattern) {
        return new Route(method, service, PathPatternParser.defaultInstance.parse(pattern));
    }
}
