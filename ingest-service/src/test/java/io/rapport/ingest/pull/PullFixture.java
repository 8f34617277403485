package io.rapport.ingest.pull;

import static io.rapport.ingest.domain.connection.ConnectionFixture.NOW;

import io.rapport.contracts.connection.ConnectionConfigured;
import io.rapport.ingest.domain.connection.ConnectionFixture;
import io.rapport.ingest.domain.connection.ConnectionService;
import io.rapport.ingest.domain.decision.AdminDecisionService;
import io.rapport.ingest.domain.decision.InMemoryAdminDecisions;
import io.rapport.ingest.domain.source.HttpFetcher;
import java.time.Clock;
import java.time.ZoneOffset;

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
}
