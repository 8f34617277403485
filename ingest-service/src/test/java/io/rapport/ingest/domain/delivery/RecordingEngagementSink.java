package io.rapport.ingest.domain.delivery;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.ingest.domain.engagement.IntakeMetrics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Records published events and counts; the acknowledgement can be delayed or omitted. */
public final class RecordingEngagementSink implements EngagementSink, IntakeMetrics, IntakeMetrics.BrandCounters {

    public final List<EngagementReceived> accepted = new ArrayList<>();
    public final List<EngagementRejected> rejected = new ArrayList<>();
    public final List<ClientListed> clients = new ArrayList<>();
    public final List<String> unlisted = new ArrayList<>();
    public CompletableFuture<?> acknowledgement = CompletableFuture.completedFuture(null);
    public int countedAccepted;
    public int countedDuplicate;
    public int countedRejected;

    @Override
    public CompletableFuture<?> publishEngagement(EngagementReceived engagement) {
        accepted.add(engagement);
        return acknowledgement;
    }

    @Override
    public CompletableFuture<?> publishRejection(EngagementRejected row) {
        rejected.add(row);
        return acknowledgement;
    }

    @Override
    public CompletableFuture<?> publishClient(ClientListed client) {
        clients.add(client);
        return acknowledgement;
    }

    @Override
    public CompletableFuture<?> publishClientRemoval(BrandKey brand, String client, Instant at) {
        unlisted.add(client);
        return acknowledgement;
    }

    @Override
    public BrandCounters forBrand(BrandKey brand) {
        return this;
    }

    @Override
    public void countAccepted() {
        countedAccepted++;
    }

    @Override
    public void countDuplicate() {
        countedDuplicate++;
    }

    @Override
    public void countRejected() {
        countedRejected++;
    }
}
