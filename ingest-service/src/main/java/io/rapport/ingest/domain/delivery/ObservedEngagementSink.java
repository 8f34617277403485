package io.rapport.ingest.domain.delivery;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.identity.ClientListed;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A sink that tells an observer of each engagement it publishes. */
public final class ObservedEngagementSink implements EngagementSink {

    private final EngagementSink sink;
    private final Consumer<EngagementReceived> published;

    /** Creates a sink over another one. */
    public ObservedEngagementSink(EngagementSink sink, Consumer<EngagementReceived> published) {
        this.sink = sink;
        this.published = published;
    }

    @Override
    public CompletableFuture<?> publishEngagement(EngagementReceived engagement) {
        var acknowledgement = sink.publishEngagement(engagement);
        published.accept(engagement);
        return acknowledgement;
    }

    @Override
    public CompletableFuture<?> publishRejection(EngagementRejected row) {
        return sink.publishRejection(row);
    }

    @Override
    public CompletableFuture<?> publishClient(ClientListed client) {
        return sink.publishClient(client);
    }

    @Override
    public void requireAllowed(ClientListed client) {
        sink.requireAllowed(client);
    }

    @Override
    public CompletableFuture<?> publishClientRemoval(BrandKey brand, String client, Instant at) {
        return sink.publishClientRemoval(brand, client, at);
    }
}
