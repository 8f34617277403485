package io.rapport.ingest.connection;

import io.rapport.contracts.connection.ConnectionAccount;
import io.rapport.contracts.connection.ConnectionConfigured;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.messaging.json.Json;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;

/** The settings of connections as JSON text and as values. */
public final class ConnectionSettings {

    private static final int MAX_LENGTH = 64 << 10;

    private static final ObjectReader READER = Json.mapper().readerFor(new TypeReference<Map<String, Object>>() {});

    private ConnectionSettings() {}

    /**
     * The text of settings.
     *
     * @throws InputRejectedException if it is too long
     */
    public static String write(Map<?, ?> settings) {
        var text = Json.mapper().writeValueAsString(settings);
        if (text.length() > MAX_LENGTH) {
            throw InputRejectedException.invalid(
                    "settings", "have %d characters; the maximum is %d.".formatted(text.length(), MAX_LENGTH));
        }
        return text;
    }

    /** The values of the settings of a connection. */
    public static Map<String, Object> values(ConnectionConfigured connection) {
        Map<String, Object> values = READER.readValue(connection.settings());
        return Collections.unmodifiableMap(values);
    }

    /** The settings of a connection as its source reads them. */
    public static SourceSettings of(ConnectionConfigured connection) {
        return new SourceSettings(ids(connection.accounts()), values(connection));
    }

    /** Settings that are not saved yet, as a source reads them. */
    public static SourceSettings of(List<ConnectionAccount> accounts, Map<?, ?> settings) {
        Map<String, Object> values = READER.readValue(write(settings));
        return new SourceSettings(ids(accounts), Collections.unmodifiableMap(values));
    }

    private static Set<String> ids(List<ConnectionAccount> accounts) {
        return accounts.stream().map(ConnectionAccount::id).collect(Collectors.toUnmodifiableSet());
    }
}
