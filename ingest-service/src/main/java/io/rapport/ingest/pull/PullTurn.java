package io.rapport.ingest.pull;

import io.rapport.contracts.connection.ConnectionConfigured;
import io.rapport.contracts.connection.ConnectionProgressed;
import io.rapport.ingest.connection.ConnectionSettings;
import io.rapport.ingest.connection.DeliveryProcessor;
import io.rapport.ingest.domain.connection.ConnectionLeaseRepository;
import io.rapport.ingest.domain.connection.ConnectionProgressService;
import io.rapport.ingest.domain.connection.ConnectionSecrets;
import io.rapport.ingest.domain.connection.DeliveryReceipt;
import io.rapport.ingest.domain.connection.ProgressDelta;
import io.rapport.ingest.domain.source.EngagementSource;
import io.rapport.ingest.domain.source.FetchedPage;
import io.rapport.ingest.domain.source.HttpFetcher;
import io.rapport.ingest.domain.source.SourceFetcher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Fetches pages of one connection while this instance holds its lease, and publishes them. */
public final class PullTurn {

    private static final int MAX_PAGES = 20;

    private final ConnectionSecrets secrets;
    private final DeliveryProcessor processor;
    private final ConnectionProgressService progress;
    private final ConnectionLeaseRepository leases;
    private final HttpFetcher http;
    private final String instance;
    private final Duration lease;
    private final Clock clock;

    /**
     * Creates it with its collaborators.
     *
     * @param instance the name of this instance, different from all others
     */
    public PullTurn(
            ConnectionSecrets secrets,
            DeliveryProcessor processor,
            ConnectionProgressService progress,
            ConnectionLeaseRepository leases,
            HttpFetcher http,
            String instance,
            Duration lease,
            Clock clock) {
        this.secrets = secrets;
        this.processor = processor;
        this.progress = progress;
        this.leases = leases;
        this.http = http;
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
    TurnResult run(ConnectionConfigured connection, EngagementSource source, SourceFetcher fetcher) {
        var key = connection.connectionKey();
        for (var pages = 0; pages < MAX_PAGES; pages++) {
            if (!isLeader(connection)) {
                return new TurnResult(false, null);
            }
            var cursor = progress.find(key).map(ConnectionProgressed::cursor).orElse(null);
            var page = fetcher.fetch(cursor, ConnectionSettings.of(connection), secrets.decrypt(connection), http);
            var counts = publish(connection, source, page).counts();
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
