package io.rapport.ingest.web.connections;

import io.rapport.contracts.NameRules;
import io.rapport.contracts.connection.ConnectionConfigured;
import io.rapport.contracts.connection.ConnectionKey;
import io.rapport.contracts.secret.SecretUnreadableException;
import io.rapport.ingest.domain.connection.ConnectionDirectory;
import io.rapport.ingest.domain.connection.ConnectionSecrets;
import io.rapport.ingest.domain.source.EngagementSource;
import io.rapport.ingest.domain.source.SourceCatalogue;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceVerifier;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the connections that platforms deliver to. */
@Component
class HookDirectory {

    private final ConnectionDirectory connections;
    private final ConnectionSecrets secrets;
    private final SourceCatalogue sources;

    HookDirectory(ConnectionDirectory connections, ConnectionSecrets secrets, SourceCatalogue sources) {
        this.connections = connections;
        this.secrets = secrets;
        this.sources = sources;
    }

    /** A connection whose source pushes. */
    record Hook(ConnectionConfigured connection, EngagementSource source, SourceVerifier verifier) {}

    Optional<Hook> find(String agency, String connection) {
        if (!NameRules.isToken(agency) || !NameRules.isToken(connection)) {
            return Optional.empty();
        }
        return connections.find(new ConnectionKey(agency, connection)).flatMap(this::hook);
    }

    /**
     * The decrypted secrets of a connection.
     *
     * @throws SecretUnreadableException if a key is missing
     */
    SourceSecrets secrets(ConnectionConfigured connection) {
        return secrets.decrypt(connection);
    }

    private Optional<Hook> hook(ConnectionConfigured connection) {
        return sources.find(connection.source())
                .flatMap(source -> Optional.ofNullable(source.verifier())
                        .map(verifier -> new Hook(connection, source.source(), verifier)));
    }
}
