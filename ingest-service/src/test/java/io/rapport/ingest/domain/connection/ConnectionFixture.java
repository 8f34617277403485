package io.rapport.ingest.domain.connection;

import io.rapport.contracts.connection.ConnectionAccount;
import io.rapport.contracts.connection.ConnectionConfigured;
import io.rapport.contracts.connection.ConnectionConfiguredBuilder;
import io.rapport.contracts.connection.ConnectionKey;
import io.rapport.contracts.secret.SecretCipher;
import io.rapport.contracts.secret.SecretKeyRing;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Connections for tests. */
public final class ConnectionFixture {

    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    public static final ConnectionKey KEY = new ConnectionKey("nord", "shop");

    private ConnectionFixture() {}

    public static ConnectionConfigured connection(ConnectionAccount... accounts) {
        return ConnectionConfiguredBuilder.builder()
                .agency("nord")
                .connection("shop")
                .source("test")
                .accounts(List.of(accounts))
                .settings("{}")
                .secrets(Map.of())
                .version(1)
                .at(NOW)
                .build();
    }

    public static ConnectionSecrets secrets() {
        var nonces = new AtomicInteger();
        return new ConnectionSecrets(new SecretCipher(SecretKeyRing.parse("a key of this test"), () -> {
            var nonce = new byte[SecretCipher.NONCE_BYTES];
            nonce[0] = (byte) nonces.incrementAndGet();
            return nonce;
        }));
    }

    /** A secret of the connection {@link #KEY}, as it is stored. */
    public static Map<String, List<String>> encrypted(String name, String value) {
        return secrets().rotate(KEY, Map.of(), Map.of(name, value));
    }

    /** A directory that can be changed. */
    public static final class Directory implements ConnectionDirectory {

        public final Map<ConnectionKey, ConnectionConfigured> connections = new HashMap<>();

        @Override
        public Optional<ConnectionConfigured> find(ConnectionKey key) {
            return Optional.ofNullable(connections.get(key));
        }

        @Override
        public Collection<ConnectionConfigured> all() {
            return List.copyOf(connections.values());
        }
    }
}
