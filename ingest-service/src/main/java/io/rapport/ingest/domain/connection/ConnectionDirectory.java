package io.rapport.ingest.domain.connection;

import io.rapport.contracts.connection.ConnectionConfigured;
import io.rapport.contracts.connection.ConnectionKey;
import io.rapport.ingest.domain.delivery.StateNotLoadedException;
import java.util.Collection;
import java.util.Optional;

/** The connections as this instance has read them from their topic: lookups without I/O. */
public interface ConnectionDirectory {

    /**
     * Finds a connection.
     *
     * @throws StateNotLoadedException while connections are being loaded
     */
    Optional<ConnectionConfigured> find(ConnectionKey key);

    /** All connections of all agencies, in no order. */
    Collection<ConnectionConfigured> all();
}
