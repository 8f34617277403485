package io.rapport.ingest.domain.connection;

import io.rapport.contracts.connection.ConnectionConfigured;
import io.rapport.contracts.connection.ConnectionProgressed;
import org.jspecify.annotations.Nullable;

/** The state of a connection. */
public enum ConnectionState {
    /** The platform has delivered, or answered. */
    READY,
    /** Nothing has arrived yet. */
    WAITING,
    /** The last attempt failed. */
    FAILING,
    /** Nothing is received or fetched until it is resumed. */
    PAUSED;

    /** The state that follows from the configuration and the progress; null for no progress. */
    public static ConnectionState of(ConnectionConfigured connection, @Nullable ConnectionProgressed progress) {
        if (connection.paused()) {
            return PAUSED;
        }
        if (progress == null || progress.receivedAt() == null && progress.errorAt() == null) {
            return WAITING;
        }
        var failing = progress.errorAt() != null
                && (progress.receivedAt() == null || progress.errorAt().isAfter(progress.receivedAt()));
        return failing ? FAILING : READY;
    }
}
