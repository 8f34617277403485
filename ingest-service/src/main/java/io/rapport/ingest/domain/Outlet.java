package io.rapport.ingest.domain;

import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.identity.ClientListed;
import java.util.concurrent.CompletableFuture;

/**
 * Where what came in goes. What is given back completes once it cannot be lost any more, and fails when it may be lost,
 * within bounded time.
 */
public interface Outlet {

    /**
     * Passes an engagement on to be scored.
     *
     * @throws NotAccepted if it may not pass
     */
    CompletableFuture<?> accept(EngagementReceived engagement);

    /** Sets a row aside, whole, with the reason. */
    CompletableFuture<?> reject(EngagementRejected row);

    /**
     * Passes a row of the client list on.
     *
     * @throws NotAccepted if it may not pass
     */
    CompletableFuture<?> list(ClientListed client);
}
