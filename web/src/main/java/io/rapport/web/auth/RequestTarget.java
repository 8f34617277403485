package io.rapport.web.auth;

import io.rapport.contracts.BrandKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;

/**
 * The resource a path refers to. Pages have the paths of the API without {@code /v1}.
 *
 * @param agency the agency; null for resources of the installation
 * @param brand the brand; null for resources of the whole agency
 * @param resource the first path segment after these; empty if there is none
 * @param item the path segment after that; empty if there is none
 * @param internal whether only the installation administrator has access when there is no agency
 */
record RequestTarget(@Nullable String agency, @Nullable String brand, String resource, String item, boolean internal) {

    static RequestTarget of(PathContainer path) {
        var segments = path.elements().stream()
                .filter(PathContainer.PathSegment.class::isInstance)
                .map(element -> ((PathContainer.PathSegment) element).valueToMatch())
                .toList();
        var versioned = segment(segments, 0).equals("v1");
        var rest = versioned ? segments.subList(1, segments.size()) : segments;
        if (!segment(rest, 0).equals("agencies") || rest.size() < 2) {
            return new RequestTarget(
                    null,
                    null,
                    segment(rest, 0),
                    segment(rest, 1),
                    versioned || segment(rest, 0).equals("actuator"));
        }
        return segment(rest, 2).equals("brands") && rest.size() > 3
                ? new RequestTarget(rest.get(1), rest.get(3), segment(rest, 4), segment(rest, 5), true)
                : new RequestTarget(rest.get(1), null, segment(rest, 2), segment(rest, 3), true);
    }

    boolean existsFor(Caller caller) {
        if (agency == null) {
            return caller.isInstallationAdministrator() || !internal;
        }
        return brand == null ? caller.canSee(agency) : caller.canSee(new BrandKey(agency, brand));
    }

    private static String segment(List<String> segments, int index) {
        return index < segments.size() ? segments.get(index) : "";
    }
}
