package io.rapport.ingest.pull;

import static io.rapport.ingest.domain.connection.ConnectionFixture.KEY;
import static io.rapport.ingest.domain.connection.ConnectionFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.BrandRegisteredBuilder;
import io.rapport.contracts.connection.ConnectionAccount;
import io.rapport.contracts.connection.ConnectionConfiguredBuilder;
import io.rapport.contracts.connection.ConnectionProgressed;
import io.rapport.ingest.connection.DeliveryProcessor;
import io.rapport.ingest.domain.connection.ConnectionFixture;
import io.rapport.ingest.domain.connection.ConnectionProgressService;
import io.rapport.ingest.domain.connection.ProgressDelta;
import io.rapport.ingest.domain.contact.ContactHasher;
import io.rapport.ingest.domain.decision.AdminDecisionService;
import io.rapport.ingest.domain.decision.InMemoryAdminDecisions;
import io.rapport.ingest.domain.delivery.RecordingEngagementSink;
import io.rapport.ingest.domain.engagement.EngagementIntake;
import io.rapport.ingest.domain.input.IntakeRequest;
import io.rapport.ingest.domain.source.DeliveredRecords;
import io.rapport.ingest.domain.source.FetchFailedException;
import io.rapport.ingest.pull.http.GuardedHttpFetcher;
import io.rapport.ingest.pull.http.StreamPeer;
import io.rapport.ingest.source.bluesky.BlueskySource;
import io.rapport.web.outbound.AddressGuard;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads Jetstream from a peer on the loopback address, which cuts the stream. */
class StreamTurnTest {

    private static final long START = 1_767_225_600_000_000L;

    private final List<String> events = new ArrayList<>();
    private final RecordingEngagementSink sink = new RecordingEngagementSink();
    private final InMemoryAdminDecisions<ConnectionProgressed> decisions = new InMemoryAdminDecisions<>();
    private final ConnectionFixture.Directory directory = new ConnectionFixture.Directory();
    private final ConnectionProgressService progress =
            new ConnectionProgressService(new AdminDecisionService<>(decisions, decisions), directory);
    private final Set<String> remembered = new HashSet<>();
    private final GuardedHttpFetcher http = new GuardedHttpFetcher(
            new AddressGuard(InetAddress::getAllByName, true), Duration.ofSeconds(60), 1 << 20, PullFixture.CLOCK);
    private StreamPeer peer;

    @BeforeEach
    void start() {
        peer = new StreamPeer(path -> from(path.contains("&cursor=") ? path.replaceAll(".*&cursor=", "") : "0"));
        directory.connections.put(
                KEY,
                ConnectionConfiguredBuilder.builder(
                                ConnectionFixture.connection(new ConnectionAccount("did:plc:acme", "acme")))
                        .settings("{\"jetstream\": \"" + peer.address() + "/subscribe\"}")
                        .build());
    }

    @AfterEach
    void stop() throws IOException {
        peer.close();
        http.close();
    }

    @Test
    void aStreamThatIsCutAnywhereLosesNothingAndRepeatsNothing() {
        for (var i = 0; i < 30; i++) {
            // Up to three events have the same time.
            like(i / 3, "ann" + i, "create");
            event(i / 3, "bo" + i, "create", "feed.like", ",'record':{'subject':{'uri':'at://did:plc:other/x/y'}}");
        }
        for (var cut = 1; cut < 12; cut++) {
            peer.cutAfter.set(cut);
            turn();
        }
        turn();

        assertThat(sink.accepted)
                .extracting(each -> each.actor().id())
                .containsExactlyElementsOf(
                        IntStream.range(0, 30).mapToObj(i -> "did:plc:ann" + i).toList());
        assertThat(peer.requests).hasSize(12).allMatch(path -> path.startsWith("/subscribe?wantedCollections="));
        var before = sink.accepted.size();
        turn();
        assertThat(sink.accepted).hasSize(before);
    }

    @Test
    void ofDeletionsOnlyThoseOfDeliveredRecordsAreDelivered() {
        like(0, "ann", "create");
        like(1, "stranger", "delete");
        turn();
        like(2, "ann", "delete");
        like(3, "bo", "create");
        like(4, "bo", "delete");
        turn();

        assertThat(sink.accepted)
                .extracting(each -> each.actor().id() + " " + each.withdraws())
                .containsExactly("did:plc:ann false", "did:plc:ann true", "did:plc:bo false", "did:plc:bo true");
    }

    @Test
    void theCursorIsNotSavedBeforeAcknowledgement() {
        like(0, "ann", "create");
        sink.acknowledgement = CompletableFuture.failedFuture(new IllegalStateException("away"));
        assertThatThrownBy(this::turn).isInstanceOf(RuntimeException.class);
        assertThat(progress.find(KEY)).isEmpty();

        sink.acknowledgement = CompletableFuture.completedFuture(null);
        turn();
        assertThat(progress.find(KEY).orElseThrow().cursor()).isEqualTo(START + "+1");
    }

    @Test
    void aBackfillBeginsAtItsTime() {
        like(0, "ann", "create");
        like(1, "bo", "create");
        progress.save(
                KEY,
                ProgressDelta.moved("from:" + Instant.ofEpochMilli(START / 1000).plusSeconds(1)),
                NOW);

        turn();

        assertThat(sink.accepted).extracting(each -> each.actor().id()).containsExactly("did:plc:bo");
    }

    @Test
    void aStreamThatEndsBeforeItsFirstMessageHasFailed() {
        peer.cutAfter.set(0);
        like(0, "ann", "create");
        assertThatThrownBy(this::turn)
                .isInstanceOf(FetchFailedException.class)
                .hasMessageContaining("before its first message");
    }

    @Test
    void withoutAServerNothingIsRead() {
        directory.connections.put(KEY, ConnectionFixture.connection(new ConnectionAccount("did:plc:acme", "acme")));

        assertThat(turn().pause()).isEqualTo(Duration.ofHours(1));
        assertThat(peer.requests).isEmpty();
    }

    private PullTurn.TurnResult turn() {
        var source = BlueskySource.definition(new RememberedRecords(remembered));
        var processor = new DeliveryProcessor(
                brand -> acme(), (brand, name) -> openIntake(brand, name, sink), new PullFixture.NoRejections());
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

    private void like(int seconds, String who, String operation) {
        var record = operation.equals("delete")
                ? ""
                : ",'record':{'subject':{'uri':'at://did:plc:acme/app.bsky.feed.post/p'}}";
        event(seconds, who, operation, "feed.like", record);
    }

    private void event(int seconds, String who, String operation, String collection, String record) {
        events.add(
                "{'did':'did:plc:%s','time_us':%d,'kind':'commit','commit':{'rev':'r','operation':'%s','collection':'app.bsky.%s','rkey':'k'%s}}"
                        .formatted(who, START + seconds * 1_000_000L, operation, collection, record)
                        .replace('\'', '"'));
    }

    /** The events from a time on, those of the time included. */
    private List<String> from(String cursor) {
        var time = Long.parseLong(cursor);
        return events.stream()
                .filter(event -> Long.parseLong(event.replaceAll(".*\"time_us\":(\\d+).*", "$1")) >= time)
                .toList();
    }

    static EngagementIntake openIntake(BrandRegistered brand, String source, RecordingEngagementSink sink) {
        return new EngagementIntake(
                new IntakeRequest(brand, UUID.randomUUID(), NOW, source, null),
                new ContactHasher("a secret of this test"),
                sink,
                sink);
    }

    static BrandRegistered acme() {
        return BrandRegisteredBuilder.builder()
                .agency("nord")
                .brand("acme")
                .name("Acme")
                .timeZone("UTC")
                .clock(BrandClock.LIVE)
                .staff(List.of())
                .paidMarkers(List.of())
                .version(1)
                .at(NOW)
                .build();
    }

    private record RememberedRecords(Set<String> remembered) implements DeliveredRecords {

        @Override
        public void remember(Collection<String> addresses) {
            remembered.addAll(addresses);
        }

        @Override
        public Set<String> known(Collection<String> addresses) {
            return addresses.stream().filter(remembered::contains).collect(Collectors.toSet());
        }
    }
}
