package io.rapport.ingest.kafka;

import io.rapport.contracts.Topic;
import io.rapport.contracts.connection.DeliveryRejected;
import io.rapport.ingest.domain.connection.DeliveryRejectionSink;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.messaging.publish.CloudEvent;
import io.rapport.messaging.publish.EventPublisher;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Publishes what connections delivered and could not be published as an engagement. */
public final class KafkaDeliveryRejectionSink implements DeliveryRejectionSink {

    private static final Topic TOPIC = Topic.DELIVERY_REJECTED;

    private final EventPublisher publisher;
    private final JsonSerde<DeliveryRejected> serde = new JsonSerde<>(DeliveryRejected.class);

    /** Creates a sink on a publisher. */
    public KafkaDeliveryRejectionSink(EventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public CompletableFuture<?> publish(DeliveryRejected rejected) {
        return publisher.publish(TOPIC.name(), serde.write(rejected), event(rejected, rejected.rejectedAt()));
    }

    @Override
    public CompletableFuture<?> publishReplayed(DeliveryRejected rejected, Instant at) {
        return publisher.publish(TOPIC.name(), null, event(rejected, at));
    }

    private static CloudEvent event(DeliveryRejected rejected, Instant at) {
        var key = rejected.connectionKey().key(rejected.id().toString());
        return CloudEvent.state(TOPIC, "ingest", key, at.toEpochMilli(), at);
    }
}
