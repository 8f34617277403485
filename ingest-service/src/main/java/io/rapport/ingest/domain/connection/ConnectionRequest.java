package io.rapport.ingest.domain.connection;

import io.rapport.contracts.connection.ConnectionAccount;
import io.rapport.ingest.domain.source.SourceDefinition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to configure a connection.
 *
 * @param accounts the accounts and their brands; all others are removed
 * @param settings the settings of the source; all others are removed
 * @param secrets new values by name; an empty text removes a secret. Secrets that are not named stay as they are
 * @param version the version that is replaced; null to replace any version
 */
public record ConnectionRequest(
        SourceDefinition source,
        List<ConnectionAccount> accounts,
        Map<?, ?> settings,
        Map<String, String> secrets,
        @Nullable Long version) {

    /** Omits the secrets. */
    @Override
    public String toString() {
        return "ConnectionRequest[" + source.name() + "]";
    }
}
