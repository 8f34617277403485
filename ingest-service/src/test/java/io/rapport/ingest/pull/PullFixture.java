package io.rapport.ingest.pull;

import static io.rapport.ingest.domain.connection.ConnectionFixture.NOW;

import io.rapport.contracts.connection.ConnectionConfigured;
import io.rapport.contracts.connection.ConnectionKey;
import io.rapport.contracts.connection.DeliveryRejected;
import io.rapport.ingest.domain.connection.ConnectionFixture;
import io.rapport.ingest.domain.connection.ConnectionLeaseRepository;
import io.rapport.ingest.domain.connection.ConnectionService;
import io.rapport.ingest.domain.connection.DeliveryRejectionSink;
import io.rapport.ingest.domain.decision.AdminDecisionService;
import io.rapport.ingest.domain.decision.InMemoryAdminDecisions;
import io.rapport.ingest.domain.source.HttpFetcher;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;

/** Parts of pulling for tests. */
final class PullFixture {

    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private PullFixture() {}

    /** Fetches pages of connections whose tokens are not renewed. */
    static PageFetcher pages(HttpFetcher http) {
        var secrets = ConnectionFixture.secrets();
        var decisions = new InMemoryAdminDecisions<ConnectionConfigured>();
        var connections = new ConnectionService(new AdminDecisionService<>(decisions, decisions), secrets);
        return new PageFetcher(secrets, new TokenRenewer(connections, secrets, http, CLOCK), http);
    }

    /** Leases that no other instance competes for. */
    static final class FreeLeases implements ConnectionLeaseRepository {

        @Override
        public boolean tryAcquire(ConnectionKey connection, String owner, Instant now, Instant until) {
            return true;
        }

        @Override
        public void release(ConnectionKey connection, String owner) {}
    }

    /** Fails when something is rejected. */
    static final class NoRejections implements DeliveryRejectionSink {

        @Override
        public CompletableFuture<?> publish(DeliveryRejected rejected) {
            throw new IllegalStateException("Nothing is rejected: " + rejected.message());
        }

        @Override
        public CompletableFuture<?> publishReplayed(DeliveryRejected rejected, Instant at) {
            throw new IllegalStateException("Nothing is replayed");
        }
    }
}
