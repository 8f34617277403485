package io.rapport.ingest.web.connections;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.connection.ConnectionAccount;
import io.rapport.contracts.connection.ConnectionConfigured;
import io.rapport.contracts.connection.ConnectionProgressed;
import io.rapport.ingest.connection.ConnectionSettings;
import io.rapport.ingest.domain.connection.ConnectionState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A connection with its state. Secrets are never shown.
 *
 * @param hook the path that the platform delivers to; null for a source that does not push
 * @param secrets the number of valid values of each secret that is set: 2 during a rotation
 * @param receivedAt when the platform delivered, or answered, for the last time; null before
 * @param lastError why the last failed attempt failed; null if none has
 * @param cursor where the next page begins, of a source that is pulled
 * @param counts the number of events by outcome
 * @param version rises with each change of the configuration
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ConnectionView(
        String connection,
        String source,
        ConnectionState state,
        List<ConnectionAccount> accounts,
        Map<String, Object> settings,
        Map<String, Integer> secrets,
        @Nullable String hook,
        @Nullable Instant receivedAt,
        @Nullable String lastError,
        @Nullable Instant lastErrorAt,
        @Nullable String cursor,
        Map<String, Long> counts,
        long version,
        Instant changedAt) {

    static ConnectionView of(ConnectionConfigured connection, @Nullable ConnectionProgressed progress, boolean pushes) {
        var secrets = new TreeMap<String, Integer>();
        connection.secrets().forEach((name, values) -> secrets.put(name, values.size()));
        return new ConnectionView(
                connection.connection(),
                connection.source(),
                ConnectionState.of(connection, progress),
                connection.accounts(),
                ConnectionSettings.values(connection),
                secrets,
                pushes ? "/v1/agencies/%s/hooks/%s".formatted(connection.agency(), connection.connection()) : null,
                progress == null ? null : progress.receivedAt(),
                progress == null ? null : progress.error(),
                progress == null ? null : progress.errorAt(),
                progress == null ? null : progress.cursor(),
                progress == null ? Map.of() : progress.counts(),
                connection.version(),
                connection.at());
    }

    /** The share of one brand: only its own accounts, and no settings. */
    ConnectionView ofBrand(String brand) {
        return new ConnectionView(
                connection,
                source,
                state,
                accounts.stream()
                        .filter(account -> account.brand().equals(brand))
                        .toList(),
                Map.of(),
                Map.of(),
                null,
                receivedAt,
                lastError,
                lastErrorAt,
                null,
                counts,
                version,
                changedAt);
    }
}
