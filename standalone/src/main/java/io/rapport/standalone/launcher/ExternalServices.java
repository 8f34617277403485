package io.rapport.standalone.launcher;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The real broker and store to use instead of the embedded ones.
 *
 * @param kafka bootstrap servers; null for the embedded broker
 * @param mongo connection URI; null for the embedded store
 */
public record ExternalServices(
        @Nullable String kafka, @Nullable String mongo) {

    /** Everything embedded. */
    static ExternalServices none() {
        return new ExternalServices(null, null);
    }

    /** What the environment names: {@code RAPPORT_KAFKA}, {@code RAPPORT_MONGODB_URI}. */
    public static ExternalServices of(Map<String, String> environment) {
        return new ExternalServices(
                describe(environment, "RAPPORT_KAFKA"), describe(environment, "RAPPORT_MONGODB_URI"));
    }

    private static @Nullable String describe(Map<String, String> environment, String name) {
        var value = environment.get(name);
        return value == null || value.isBlank() ? null : value;
    }
}
