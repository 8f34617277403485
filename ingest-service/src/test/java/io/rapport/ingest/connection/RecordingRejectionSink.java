package io.rapport.ingest.connection;

import io.rapport.contracts.connection.DeliveryRejected;
import io.rapport.ingest.domain.connection.DeliveryRejectionSink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Keeps rejections as their topic does: by id, until they are replayed. */
final class RecordingRejectionSink implements DeliveryRejectionSink {

    final Map<UUID, DeliveryRejected> kept = new LinkedHashMap<>();
    CompletableFuture<?> acknowledgement = CompletableFuture.completedFuture(null);

    @Override
    public CompletableFuture<?> publish(DeliveryRejected rejected) {
        kept.put(rejected.id(), rejected);
        return acknowledgement;
    }

    @Override
    public CompletableFuture<?> publishReplayed(DeliveryRejected rejected, Instant at) {
        kept.remove(rejected.id());
        return acknowledgement;
    }

    List<DeliveryRejected> all() {
        return new ArrayList<>(kept.values());
    }
}
