package io.rapport.ingest.domain.connection;

import io.rapport.contracts.connection.ConnectionConfigured;
import io.rapport.contracts.connection.ConnectionConfiguredBuilder;
import io.rapport.contracts.connection.ConnectionKey;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.contracts.secret.SecretUnreadableException;
import io.rapport.ingest.domain.decision.AdminDecision;
import io.rapport.ingest.domain.decision.AdminDecisionService;
import io.rapport.ingest.domain.decision.VersionConflictException;
import io.rapport.ingest.domain.delivery.DeliveryFailedException;
import io.rapport.ingest.domain.delivery.StateNotLoadedException;
import io.rapport.ingest.domain.input.InputRejectedException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Configures connections. */
public final class ConnectionService {

    private final AdminDecisionService<ConnectionConfigured> decisions;
    private final ConnectionSecrets secrets;

    /** Creates a service that stores connections as decisions. */
    public ConnectionService(AdminDecisionService<ConnectionConfigured> decisions, ConnectionSecrets secrets) {
        this.decisions = decisions;
        this.secrets = secrets;
    }

    /**
     * The result of a request.
     *
     * @param created whether the connection did not exist before
     */
    public record SavedConnection(ConnectionConfigured connection, boolean created) {}

    /**
     * Finds a connection.
     *
     * @throws StateNotLoadedException while connections are being loaded
     */
    public Optional<ConnectionConfigured> find(ConnectionKey key) {
        return decisions.find(key.key()).flatMap(AdminDecision::validEvent);
    }

    /**
     * Creates or changes a connection, and publishes it.
     *
     * @param settings the settings of the request as JSON text
     * @throws InputRejectedException if the connection has another source
     * @throws VersionConflictException if the current version is not that of the request
     * @throws SecretUnreadableException if there is no key to encrypt with
     * @throws DeliveryFailedException if it is not published yet; it is published later, or by a repeated request
     */
    public SavedConnection save(ConnectionKey key, ConnectionRequest request, String settings, Instant at) {
        var update = decisions.update(key.key(), before -> {
            var known = before.flatMap(AdminDecision::validEvent);
            known.ifPresent(connection -> requireSource(connection, request));
            VersionConflictException.requireVersion(
                    request.version(), known.map(ConnectionConfigured::version).orElse(0L));
            return next(key, before, known, configured(key, request, settings, known, at));
        });
        return new SavedConnection(update.decision().event(), update.created());
    }

    /** Pauses or resumes a connection; empty if there is none. */
    public Optional<ConnectionConfigured> pause(ConnectionKey key, boolean paused, Instant at) {
        return change(
                key,
                at,
                connection -> ConnectionConfiguredBuilder.builder(connection)
                        .paused(paused)
                        .build());
    }

    /** Ends the older values of a secret; empty if there is no such connection. */
    public Optional<ConnectionConfigured> dropOldSecret(ConnectionKey key, String name, Instant at) {
        return change(
                key,
                at,
                connection -> ConnectionConfiguredBuilder.builder(connection)
                        .secrets(ConnectionSecrets.dropOld(connection.secrets(), name))
                        .build());
    }

    /**
     * Stores secrets that a platform has renewed, in place of the old ones; empty if there is no such connection.
     *
     * @param expected a secret and its newest value, by which the others were renewed: if it was changed meanwhile, nothing is
     *     stored
     */
    public Optional<ConnectionConfigured> renewSecrets(
            ConnectionKey key, Map.Entry<String, String> expected, Map<String, String> values, Instant at) {
        return change(
                key,
                at,
                connection -> ConnectionConfiguredBuilder.builder(connection)
                        .secrets(secrets.renew(key, connection.secrets(), expected, values))
                        .build());
    }

    /** Deletes a connection; returns false if there is none. */
    public boolean delete(ConnectionKey key) {
        return find(key).isPresent() && decisions.withdraw(key.key());
    }

    private Optional<ConnectionConfigured> change(
            ConnectionKey key, Instant at, UnaryOperator<ConnectionConfigured> change) {
        if (find(key).isEmpty()) {
            return Optional.empty();
        }
        var update = decisions.update(key.key(), before -> {
            var known = before.flatMap(AdminDecision::validEvent);
            return known.map(connection -> next(
                            key,
                            before,
                            known,
                            ConnectionConfiguredBuilder.builder(change.apply(connection))
                                    .at(at)
                                    .build()))
                    .or(() -> before)
                    .orElseThrow();
        });
        return Optional.of(update.decision().event());
    }

    /** The decision with its next version; the present one if nothing but the time differs. */
    private static AdminDecision<ConnectionConfigured> next(
            ConnectionKey key,
            Optional<AdminDecision<ConnectionConfigured>> before,
            Optional<ConnectionConfigured> known,
            ConnectionConfigured after) {
        var unchanged = known.filter(connection -> ConnectionConfiguredBuilder.builder(after)
                        .version(connection.version())
                        .at(connection.at())
                        .build()
                        .equals(connection))
                .isPresent();
        if (unchanged) {
            return before.orElseThrow();
        }
        var version = before.map(AdminDecision::version).orElse(0L) + 1;
        var event = ConnectionConfiguredBuilder.builder(after).version(version).build();
        return new AdminDecision<>(key.key(), version, event, false);
    }

    private ConnectionConfigured configured(
            ConnectionKey key,
            ConnectionRequest request,
            String settings,
            Optional<ConnectionConfigured> known,
            Instant at) {
        var before = known.map(ConnectionConfigured::secrets).orElse(Map.<String, List<String>>of());
        return ConnectionConfiguredBuilder.builder()
                .agency(key.agency())
                .connection(key.connection())
                .source(request.source().name())
                .accounts(request.accounts())
                .settings(settings)
                .secrets(secrets.rotate(key, before, request.secrets()))
                .paused(known.map(ConnectionConfigured::paused).orElse(false))
                .version(1)
                .at(at)
                .build();
    }

    private static void requireSource(ConnectionConfigured connection, ConnectionRequest request) {
        if (!connection.source().equals(request.source().name())) {
            throw new InputRejectedException(
                    RejectionCode.INVALID_FIELD,
                    "source",
                    "source is '%s', but the connection has the source '%s'. Delete it first, or create another connection."
                            .formatted(request.source().name(), connection.source()));
        }
    }
}
