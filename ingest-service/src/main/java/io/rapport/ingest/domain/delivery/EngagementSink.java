package io.rapport.ingest.domain.delivery;

import io.rapport.ingest.domain.input.InputRejectedException;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.identity.ClientListed;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * Where what came in goes. What is given back completes once it cannot be lost any more, and fails when it may be lost,
 * within bounded time.
 */
public interface EngagementSink {

    /**
     * Passes an engagement on to be scored.
     *
     * @throws InputRejectedException if it may not pass
     */
    CompletableFuture<?> publishEngagement(EngagementReceived engagement);

    /** Sets a row aside, whole, with the reason. */
    CompletableFuture<?> publishRejection(EngagementRejected row);

    /** Passes a row of the client list on. */
    CompletableFuture<?> publishClient(ClientListed client);

    /**
     * Asks whether a row of the client list may pass.
     *
     * @throws InputRejectedException if it may not
     */
    default void requireAllowed(ClientListed client) {}

    /** Takes a client off the list. */
    CompletableFuture<?> publishClientRemoval(BrandKey brand, String client, Instant at);
}
