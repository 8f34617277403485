package io.rapport.ingest.domain;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.identity.ClientListed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Remembers what was passed on and counted; acknowledges at once, or when told to, or never. */
final class MemoryOutlet implements Outlet, Tally, Tally.Counts {

    final List<EngagementReceived> accepted = new ArrayList<>();
    final List<EngagementRejected> rejected = new ArrayList<>();
    final List<ClientListed> clients = new ArrayList<>();
    final List<String> unlisted = new ArrayList<>();
    CompletableFuture<?> acknowledgement = CompletableFuture.completedFuture(null);
    int countedAccepted;
    int countedDuplicate;
    int countedRejected;

    @Override
    public CompletableFuture<?> accept(EngagementReceived engagement) {
        accepted.add(engagement);
        return acknowledgement;
    }

    @Override
    public CompletableFuture<?> reject(EngagementRejected row) {
        rejected.add(row);
        return acknowledgement;
    }

    @Override
    public CompletableFuture<?> list(ClientListed client) {
        clients.add(client);
        return acknowledgement;
    }

    @Override
    public CompletableFuture<?> unlist(BrandKey brand, String client, Instant at) {
        unlisted.add(client);
        return acknowledgement;
    }

    @Override
    public Counts of(BrandKey brand) {
        return this;
    }

    @Override
    public void accepted() {
        countedAccepted++;
    }

    @Override
    public void duplicate() {
        countedDuplicate++;
    }

    @Override
    public void rejected() {
        countedRejected++;
    }
}
