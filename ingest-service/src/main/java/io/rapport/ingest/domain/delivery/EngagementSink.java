package io.rapport.ingest.domain.delivery;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.ingest.domain.input.InputRejectedException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * Port to the broker. Publishes the events of intake; a returned future completes on broker acknowledgement
 * ({@code acks=all}) and fails within bounded time when the broker has not acknowledged.
 */
public interface EngagementSink {

    /**
     * Publishes an engagement.
     *
     * @throws InputRejectedException if the engagement is not allowed, for example because the person was erased
     */
    CompletableFuture<?> publishEngagement(EngagementReceived engagement);

    /** Publishes a rejected row with the reason. */
    CompletableFuture<?> publishRejection(EngagementRejected row);

    /** Publishes the state of a client on the client list. */
    CompletableFuture<?> publishClient(ClientListed client);

    /**
     * Checks whether a client is allowed, before the client is published.
     *
     * @throws InputRejectedException if the client is not allowed
     */
    default void requireAllowed(ClientListed client) {}

    /** Publishes a tombstone: the client is no longer on the list. */
    CompletableFuture<?> publishClientRemoval(BrandKey brand, String client, Instant at);
}
