package io.rapport.ingest.kafka;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.ingest.domain.delivery.EngagementSink;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.messaging.publish.CloudEvent;
import io.rapport.messaging.publish.EventPublisher;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Publishes intake events to Kafka; futures complete when all in-sync replicas have the record (acks=all). */
public final class KafkaEngagementSink implements EngagementSink {

    private static final String SOURCE = "urn:rapport:ingest";

    private final EventPublisher publisher;
    private final JsonSerde<EngagementReceived> received = new JsonSerde<>(EngagementReceived.class);
    private final JsonSerde<EngagementRejected> rejected = new JsonSerde<>(EngagementRejected.class);
    private final JsonSerde<ClientListed> listed = new JsonSerde<>(ClientListed.class);

    /** Creates a sink on a publisher. */
    public KafkaEngagementSink(EventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public CompletableFuture<?> publishEngagement(EngagementReceived engagement) {
        var topic = Topic.ENGAGEMENT_RECEIVED;
        var event = new CloudEvent(
                engagement.id().toString(),
                topic.type(),
                SOURCE,
                engagement.handleKey().key(),
                engagement.receivedAt());
        return publisher.publish(topic.name(), received.write(engagement), event);
    }

    @Override
    public CompletableFuture<?> publishRejection(EngagementRejected row) {
        var topic = Topic.ENGAGEMENT_REJECTED;
        var key = new BrandKey(row.agency(), row.brand()).key(row.source());
        var event = new CloudEvent(row.id().toString(), topic.type(), SOURCE, key, row.rejectedAt());
        return publisher.publish(topic.name(), rejected.write(row), event);
    }

    @Override
    public CompletableFuture<?> publishClient(ClientListed client) {
        var topic = Topic.CLIENT_LISTED;
        var key = client.brandKey().key(client.client());
        var event = CloudEvent.state(topic, "ingest", key, client.at().toEpochMilli(), client.at());
        return publisher.publish(topic.name(), listed.write(client), event);
    }

    @Override
    public CompletableFuture<?> publishClientRemoval(BrandKey brand, String client, Instant at) {
        var topic = Topic.CLIENT_LISTED;
        var event = CloudEvent.state(topic, "ingest", brand.key(client), at.toEpochMilli(), at);
        return publisher.publish(topic.name(), null, event);
    }
}
