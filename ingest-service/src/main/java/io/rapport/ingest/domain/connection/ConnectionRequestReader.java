package io.rapport.ingest.domain.connection;

import io.rapport.contracts.connection.ConnectionAccount;
import io.rapport.ingest.domain.input.InputFields;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.source.SourceCatalogue;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.text.TextCleaner;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads requests to configure a connection. */
public final class ConnectionRequestReader {

    private static final int MAX_ACCOUNTS = 1_000;
    private static final int MAX_SECRET = 8_192;

    private final SourceCatalogue sources;

    /** Creates a reader that knows the given sources. */
    public ConnectionRequestReader(SourceCatalogue sources) {
        this.sources = sources;
    }

    /**
     * Reads a request.
     *
     * @throws InputRejectedException if a field is missing or wrong
     */
    public ConnectionRequest read(Map<?, ?> body) {
        var fields = InputFields.of(body);
        var source = source(fields);
        return new ConnectionRequest(
                source, accounts(fields), object(fields, "settings"), secrets(fields, source), version(fields));
    }

    private SourceDefinition source(InputFields fields) {
        var name = fields.requiredToken("source");
        return sources.find(name)
                .orElseThrow(() -> InputRejectedException.invalid(
                        "source", "is '%s', but has to be one of %s.".formatted(name, sources.names())));
    }

    private static List<ConnectionAccount> accounts(InputFields fields) {
        var accounts = fields.objects("accounts", MAX_ACCOUNTS).stream()
                .map(account -> new ConnectionAccount(
                        account.requiredId("id", InputFields.MAX_ID), account.requiredToken("brand")))
                .toList();
        var ids = new HashSet<String>();
        accounts.forEach(account -> {
            if (!ids.add(account.id())) {
                throw InputRejectedException.invalid(
                        "accounts",
                        "has the account '%s' twice; an account belongs to one brand."
                                .formatted(TextCleaner.abbreviate(account.id())));
            }
        });
        return accounts;
    }

    private static Map<String, String> secrets(InputFields fields, SourceDefinition source) {
        var secrets = new LinkedHashMap<String, String>();
        object(fields, "secrets").forEach((name, value) -> {
            var path = "secrets." + name;
            if (!source.secrets().contains(String.valueOf(name))) {
                throw InputRejectedException.invalid(
                        "secrets",
                        "has '%s', which is no secret of %s. It has: %s."
                                .formatted(
                                        TextCleaner.abbreviate(name),
                                        source.name(),
                                        source.secrets().isEmpty() ? "none" : String.join(", ", source.secrets())));
            }
            if (value != null && !(value instanceof String text && text.length() <= MAX_SECRET)) {
                throw InputRejectedException.invalid(
                        path, "has to be text of at most %d characters, or null to remove it.".formatted(MAX_SECRET));
            }
            secrets.put(String.valueOf(name), value == null ? "" : (String) value);
        });
        return secrets;
    }

    private static Map<?, ?> object(InputFields fields, String name) {
        var value = fields.value(name);
        if (value == null || value instanceof Map<?, ?>) {
            return value == null ? Map.of() : (Map<?, ?>) value;
        }
        throw InputRejectedException.invalid(name, "has to be an object.");
    }

    private static @Nullable Long version(InputFields fields) {
        return fields.count("version", Long.MAX_VALUE);
    }
}
