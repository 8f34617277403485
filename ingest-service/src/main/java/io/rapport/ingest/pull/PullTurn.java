package io.rapport.ingest.pull;

import io.rapport.contracts.connection.ConnectionConfigured;
import io.rapport.contracts.connection.ConnectionProgressed;
import io.rapport.ingest.connection.DeliveryProcessor;
import io.rapport.ingest.domain.connection.ConnectionLeaseRepository;
import io.rapport.ingest.domain.connection.ConnectionProgressService;
import io.rapport.ingest.domain.connection.DeliveryReceipt;
import io.rapport.ingest.domain.connection.ProgressDelta;
import io.rapport.ingest.domain.source.EngagementSource;
import io.rapport.ingest.domain.source.FetchedPage;
import io.rapport.ingest.domain.source.SourceDefinition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Fetches pages of one connection while this instance holds its lease, and publishes them. */
public final class PullTurn {

    private static final int MAX_PAGES = 20;

    private final PageFetcher pages;
    private final DeliveryProcessor processor;
    private final ConnectionProgressService progress;
    private final ConnectionLeaseRepository leases;
    private final String instance;
    private final Duration lease;
    private final Clock clock;

    /**
     * Creates it with its collaborators.
     *
     * @param instance the name of this instance, different from all others
     */
    public PullTurn(
            PageFetcher pages,
            DeliveryProcessor processor,
            ConnectionProgressService progress,
            ConnectionLeaseRepository leases,
            String instance,
            Duration lease,
            Clock clock) {
        this.pages = pages;
        this.processor = processor;
        this.progress = progress;
        this.leases = leases;
        this.instance = instance;
        this.lease = lease;
        this.clock = clock;
    }

    /**
     * The end of a turn.
     *
     * @param led whether this instance held the lease
     * @param pause the time to the next turn; null for the interval
     */
    record TurnResult(boolean led, @Nullable Duration pause) {}

    /** Fetches pages until there are no more, or others should have their turn. */
    TurnResult run(ConnectionConfigured connection, SourceDefinition source) {
        var key = connection.connectionKey();
        for (var fetched = 0; fetched < MAX_PAGES; fetched++) {
            if (!isLeader(connection)) {
                return new TurnResult(false, null);
            }
            var cursor = progress.find(key).map(ConnectionProgressed::cursor).orElse(null);
            var page = pages.fetch(connection, source, cursor);
            var counts = publish(connection, source.source(), page).counts();
            // Another instance that took over meanwhile has its own cursor.
            if (!isLeader(connection)) {
                return new TurnResult(false, null);
            }
            progress.saveCursor(key, ProgressDelta.fetched(counts, page.cursor(), now()), cursor, now());
            if (!page.more()) {
                return new TurnResult(true, page.pause());
            }
        }
        return new TurnResult(true, Duration.ZERO);
    }

    /** Lets another instance take over at once. */
    void release(ConnectionConfigured connection) {
        leases.release(connection.connectionKey(), instance);
    }

    private DeliveryReceipt publish(ConnectionConfigured connection, EngagementSource source, FetchedPage page) {
        var receipt = new DeliveryReceipt();
        for (var payload : page.payloads()) {
            receipt.add(processor.process(connection, source, payload, now()));
        }
        return receipt;
    }

    private boolean isLeader(ConnectionConfigured connection) {
        var now = now();
        return leases.tryAcquire(connection.connectionKey(), instance, now, now.plus(lease));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
