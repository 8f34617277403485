package io.rapport.standalone.launcher;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The external broker and store that replace the embedded ones.
 *
 * @param kafka bootstrap servers; null for the embedded broker
 * @param mongo connection URI; null for the embedded store
 */
public record ExternalServices(
        @Nullable String kafka, @Nullable String mongo) {

    /** The embedded broker and store. */
    static ExternalServices none() {
        return new ExternalServices(null, null);
    }

    /** Reads {@code RAPPORT_KAFKA} and {@code RAPPORT_MONGODB_URI} of the environment. */
    public static ExternalServices of(Map<String, String> environment) {
        return new ExternalServices(valueOf(environment, "RAPPORT_KAFKA"), valueOf(environment, "RAPPORT_MONGODB_URI"));
    }

    private static @Nullable String valueOf(Map<String, String> environment, String name) {
        var value = environment.get(name);
        return value == null || value.isBlank() ? null : value;
    }
}
