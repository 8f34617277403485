package io.rapport.standalone;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The real broker and store to use instead of the embedded ones.
 *
 * @param kafka bootstrap servers; null for the embedded broker
 * @param mongo connection URI; null for the embedded store
 */
record Outside(@Nullable String kafka, @Nullable String mongo) {

    /** Everything embedded. */
    static Outside nothing() {
        return new Outside(null, null);
    }

    /** What the environment names: {@code RAPPORT_KAFKA}, {@code RAPPORT_MONGODB_URI}. */
    static Outside of(Map<String, String> environment) {
        return new Outside(named(environment, "RAPPORT_KAFKA"), named(environment, "RAPPORT_MONGODB_URI"));
    }

    private static @Nullable String named(Map<String, String> environment, String name) {
        var value = environment.get(name);
        return value == null || value.isBlank() ? null : value;
    }
}
