package io.rapport.ingest.domain.source;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of a connection that a source may use.
 *
 * @param accounts the platform's ids of the accounts that the connection maps to brands; who acts with one of these ids
 *     acts for the brand
 * @param values the settings of the source by name, as the JSON values that were configured
 */
public record SourceSettings(Set<String> accounts, Map<String, Object> values) {

    /** Settings without accounts and values. */
    public static final SourceSettings NONE = new SourceSettings(Set.of(), Map.of());

    /** Whether an id of the platform is an account of a brand of this connection. */
    public boolean isAccount(String id) {
        return accounts.contains(id);
    }

    /** A setting that is text; empty if it is absent, blank or of another type. */
    public Optional<String> text(String name) {
        return values.get(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }
}
