package io.rapport.ingest.pull;

import static io.rapport.ingest.domain.connection.ConnectionFixture.KEY;
import static io.rapport.ingest.domain.connection.ConnectionFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.connection.ConnectionConfigured;
import io.rapport.contracts.connection.ConnectionProgressed;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.ingest.connection.DeliveryProcessor;
import io.rapport.ingest.domain.connection.ConnectionFixture;
import io.rapport.ingest.domain.connection.ConnectionProgressService;
import io.rapport.ingest.domain.decision.AdminDecisionService;
import io.rapport.ingest.domain.decision.InMemoryAdminDecisions;
import io.rapport.ingest.domain.delivery.RecordingEngagementSink;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.pull.http.GuardedHttpFetcher;
import io.rapport.web.outbound.AddressGuard;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Gives turns to one connection, takes in what is delivered to it, and records what is published. */
final class TurnFixture implements AutoCloseable {

    final RecordingEngagementSink sink = new RecordingEngagementSink();
    final ConnectionFixture.Directory directory = new ConnectionFixture.Directory();

    private final InMemoryAdminDecisions<ConnectionProgressed> decisions = new InMemoryAdminDecisions<>();
    private final GuardedHttpFetcher http = new GuardedHttpFetcher(
            new AddressGuard(InetAddress::getAllByName, true), Duration.ofSeconds(60), 1 << 20, PullFixture.CLOCK);
    private final DeliveryProcessor processor = new DeliveryProcessor(
            brand -> StreamTurnTest.acme(),
            (brand, name) -> StreamTurnTest.openIntake(brand, name, sink),
            new PullFixture.NoRejections());

    final ConnectionProgressService progress =
            new ConnectionProgressService(new AdminDecisionService<>(decisions, decisions), directory);

    /** Sets the connection. */
    void connect(ConnectionConfigured connection) {
        directory.connections.put(KEY, connection);
    }

    PullTurn.TurnResult turn(SourceDefinition source) {
        return new PullTurn(
                        PullFixture.pages(http),
                        processor,
                        progress,
                        new PullFixture.FreeLeases(),
                        "this",
                        Duration.ofSeconds(45),
                        PullFixture.CLOCK)
                .run(directory.connections.get(KEY), source);
    }

    /** Takes in what was delivered to the hook. */
    void deliver(SourceDefinition source, SourcePayload payload) {
        processor.process(directory.connections.get(KEY), source.source(), payload, NOW);
    }

    /** What counts of what was published, by source id: of each the highest revision, a withdrawal above its equal. */
    Map<String, EngagementReceived> counted() {
        var counted = new TreeMap<String, EngagementReceived>();
        for (var each : sink.accepted) {
            var before = counted.get(each.sourceId());
            if (before == null || rank(each) > rank(before)) {
                counted.put(each.sourceId(), each);
            } else if (rank(each) == rank(before)) {
                assertThat(each)
                        .as("the same revision has the same content")
                        .usingRecursiveComparison()
                        .ignoringFields("receivedAt")
                        .isEqualTo(before);
            }
        }
        counted.values().removeIf(EngagementReceived::withdraws);
        return counted;
    }

    @Override
    public void close() {
        http.close();
    }

    private static long rank(EngagementReceived engagement) {
        var revision = engagement.revision() == null ? 0 : engagement.revision();
        return 2 * revision + (engagement.withdraws() ? 1 : 0);
    }
}
