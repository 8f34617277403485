package io.rapport.ingest.kafka;

import io.rapport.contracts.connection.DeliveryRejected;
import io.rapport.ingest.domain.connection.DeliveryRejectionRepository;
import io.rapport.messaging.consume.ReceivedRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Projects what connections delivered and could not be published into the store. The last record of a key counts. */
public final class DeliveryRejectionProjector {

    private final DeliveryRejectionRepository rejections;

    /** Creates a projector into a repository. */
    public DeliveryRejectionProjector(DeliveryRejectionRepository rejections) {
        this.rejections = rejections;
    }

    void createIndexes() {
        rejections.createIndexes();
    }

    void apply(List<ReceivedRecord<DeliveryRejected>> batch) {
        Map<String, Optional<DeliveryRejected>> newest = new LinkedHashMap<>();
        batch.forEach(received -> newest.put(received.key(), Optional.ofNullable(received.value())));
        var saved = new ArrayList<DeliveryRejected>();
        var gone = new ArrayList<String>();
        newest.forEach((key, value) -> value.ifPresentOrElse(saved::add, () -> gone.add(key)));
        rejections.saveAll(saved);
        rejections.deleteAll(gone);
    }
}
