package io.rapport.web.auth;

import io.rapport.contracts.BrandKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;

/**
 * What a path is about. Pages lie under the same paths as the API, without {@code /v1}.
 *
 * @param agency whose it is; null for what belongs to the installation
 * @param brand of that agency; null for what belongs to the whole agency
 * @param resource the first word after these; empty when there is none
 * @param internal whether only the installation's administrator may see it when it has no agency
 */
record RequestTarget(@Nullable String agency, @Nullable String brand, String resource, boolean internal) {

    static RequestTarget of(PathContainer path) {
        var words = path.elements().stream()
                .filter(PathContainer.PathSegment.class::isInstance)
                .map(element -> ((PathContainer.PathSegment) element).valueToMatch())
                .toList();
        var versioned = word(words, 0).equals("v1");
        var rest = versioned ? words.subList(1, words.size()) : words;
        if (!word(rest, 0).equals("agencies") || rest.size() < 2) {
            return new RequestTarget(
                    null, null, word(rest, 0), versioned || word(rest, 0).equals("actuator"));
        }
        return word(rest, 2).equals("brands") && rest.size() > 3
                ? new RequestTarget(rest.get(1), rest.get(3), word(rest, 4), true)
                : new RequestTarget(rest.get(1), null, word(rest, 2), true);
    }

    boolean existsFor(Caller caller) {
        if (agency == null) {
            return caller.isInstallationAdministrator() || !internal;
        }
        return brand == null ? caller.canSee(agency) : caller.canSee(new BrandKey(agency, brand));
    }

    private static String word(List<String> words, int index) {
        return index < words.size() ? words.get(index) : "";
    }
}
