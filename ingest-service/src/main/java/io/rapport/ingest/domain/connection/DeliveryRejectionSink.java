package io.rapport.ingest.domain.connection;

import io.rapport.contracts.connection.DeliveryRejected;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Port to the broker for what could not be published. A future completes on acknowledgement ({@code acks=all}). */
public interface DeliveryRejectionSink {

    /** Publishes a rejection. */
    CompletableFuture<?> publish(DeliveryRejected rejected);

    /** Publishes that a rejection was replayed. */
    CompletableFuture<?> publishReplayed(DeliveryRejected rejected, Instant at);
}
