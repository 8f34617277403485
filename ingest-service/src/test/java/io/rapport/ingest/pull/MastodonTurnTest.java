package io.rapport.ingest.pull;

import static io.rapport.ingest.domain.connection.ConnectionFixture.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.rapport.contracts.connection.ConnectionAccount;
import io.rapport.contracts.connection.ConnectionConfiguredBuilder;
import io.rapport.contracts.connection.ConnectionProgressed;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.ingest.connection.DeliveryProcessor;
import io.rapport.ingest.domain.connection.ConnectionFixture;
import io.rapport.ingest.domain.connection.ConnectionProgressService;
import io.rapport.ingest.domain.decision.AdminDecisionService;
import io.rapport.ingest.domain.decision.InMemoryAdminDecisions;
import io.rapport.ingest.domain.delivery.RecordingEngagementSink;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.pull.http.GuardedHttpFetcher;
import io.rapport.ingest.pull.http.StreamPeer;
import io.rapport.ingest.source.mastodon.MastodonSource;
import io.rapport.messaging.json.Json;
import io.rapport.web.outbound.AddressGuard;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads the notifications and the stream of a server on the loopback address, which cuts the stream. */
class MastodonTurnTest {

    private final List<String> notifications = new ArrayList<>();
    private final Map<String, String> statuses = new LinkedHashMap<>();
    private final List<String> streamed = new ArrayList<>();
    private final RecordingEngagementSink sink = new RecordingEngagementSink();
    private final InMemoryAdminDecisions<ConnectionProgressed> decisions = new InMemoryAdminDecisions<>();
    private final ConnectionFixture.Directory directory = new ConnectionFixture.Directory();
    private final ConnectionProgressService progress =
            new ConnectionProgressService(new AdminDecisionService<>(decisions, decisions), directory);
    private final GuardedHttpFetcher http = new GuardedHttpFetcher(
            new AddressGuard(InetAddress::getAllByName, true), Duration.ofSeconds(60), 1 << 20, PullFixture.CLOCK);
    private final SourceDefinition source = MastodonSource.definition();
    private Runnable whileConnecting = () -> {};
    private StreamPeer stream;
    private HttpServer api;

    @BeforeEach
    void start() throws IOException {
        stream = new StreamPeer(path -> {
            var once = whileConnecting;
            whileConnecting = () -> {};
            once.run();
            var all = List.copyOf(streamed);
            streamed.clear();
            return all;
        });
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/api/v1/notifications", this::answerNotifications);
        api.createContext("/api/v1/statuses", this::answerStatuses);
        api.start();
        configure("\"streaming\": \"" + stream.address() + "/\"");
    }

    @AfterEach
    void stop() throws IOException {
        stream.close();
        api.stop(0);
        http.close();
    }

    @Test
    void aStreamThatIsCutAnywhereLosesNothingAndRepeatsNothing() {
        notify(1);
        turn();
        for (var cut = 0; cut < 8; cut++) {
            var first = 2 + 3 * cut;
            // Two are reported by the stream, which is cut within or after one of them; one arrives while there is no
            // stream.
            whileConnecting = () -> {
                notify(first);
                notify(first + 1);
                streamed.add(frame("notification", notifications.get(first - 1)));
                streamed.add(frame("notification", notifications.get(first)));
            };
            stream.cutAfter.set(cut % 3);
            turn();
            notify(first + 2);
        }
        turn();
        turn();

        assertThat(sink.accepted)
                .extracting(EngagementReceived::sourceId)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 25)
                        .mapToObj(MastodonTurnTest::sourceId)
                        .toList());
    }

    @Test
    void editsAndDeletionsOfTheStreamAreRevisionsAndWithdrawals() {
        notify(1);
        notify(2);
        turn();
        streamed.add(frame("status.update", status(1, "Edited", "2026-01-01T01:00:00.000Z")));
        streamed.add(frame("update", status(99, "Of the timeline", null)));
        streamed.add(frame("delete", "1002"));
        streamed.add(frame("delete", "4711"));
        turn();

        assertThat(sink.accepted)
                .extracting(each -> each.sourceId() + " " + each.revision() + " " + each.withdraws())
                .containsExactly(
                        sourceId(1) + " 1767225600000 false",
                        sourceId(2) + " 1767225600000 false",
                        sourceId(1) + " 1767229200000 false",
                        sourceId(2) + " null true");
        assertThat(sink.accepted.get(2).content().text()).isEqualTo("Edited");
        assertThat(sink.accepted.get(3).actor().id())
                .isEqualTo(sink.accepted.get(1).actor().id());
    }

    @Test
    void editsAndDeletionsThatNoStreamReportedAreLookedUp() {
        notify(1);
        notify(2);
        notify(3);
        turn();
        statuses.put("1001", status(1, "Edited", "2026-01-01T01:00:00.000Z"));
        statuses.remove("1002");
        turn();
        turn();

        assertThat(sink.accepted.subList(3, sink.accepted.size()))
                .extracting(each -> each.sourceId() + " " + each.withdraws())
                .containsExactly(sourceId(1) + " false", sourceId(2) + " true");
    }

    @Test
    void streamedEventsThatWereNotAcknowledgedAreDeliveredAgain() {
        notify(1);
        turn();
        streamed.add(frame("delete", "1001"));
        sink.acknowledgement = CompletableFuture.failedFuture(new IllegalStateException("away"));
        assertThatThrownBy(this::turn).isInstanceOf(RuntimeException.class);
        sink.acknowledgement = CompletableFuture.completedFuture(null);
        sink.accepted.clear();
        turn();
        turn();

        assertThat(sink.accepted).singleElement().matches(EngagementReceived::withdraws);
    }

    @Test
    void withoutAStreamNotificationsAreStillFetched() throws IOException {
        stream.close();
        notify(1);
        turn();
        notify(2);
        assertThat(turn().pause()).as("of the stream").isNull();

        assertThat(sink.accepted).hasSize(2);
    }

    private PullTurn.TurnResult turn() {
        var processor = new DeliveryProcessor(
                brand -> StreamTurnTest.acme(),
                (brand, name) -> StreamTurnTest.openIntake(brand, name, sink),
                new PullFixture.NoRejections());
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

    private void configure(String setting) {
        var server = "http://127.0.0.1:" + api.getAddress().getPort();
        directory.connections.put(
                KEY,
                ConnectionConfiguredBuilder.builder(ConnectionFixture.connection(
                                new ConnectionAccount("https://home.example/users/acme", "acme")))
                        .settings("{\"server\": \"" + server + "\", " + setting + "}")
                        .secrets(ConnectionFixture.encrypted("accessToken", "t"))
                        .build());
    }

    /** A mention of the account, as notification {@code n}. */
    private void notify(int n) {
        var status = status(n, "Hi", null);
        statuses.put(String.valueOf(1000 + n), status);
        notifications.add(
                "{\"id\":\"%d\",\"type\":\"mention\",\"created_at\":\"2026-01-01T00:00:00.000Z\",\"account\":%s,\"status\":%s}"
                        .formatted(n, account(n), status));
    }

    private static String status(int n, String text, String edited) {
        return "{\"id\":\"%d\",\"uri\":\"https://far.example/s/%d\",\"visibility\":\"public\",\"created_at\":\"2026-01-01T00:00:00.000Z\",\"edited_at\":%s,\"content\":\"<p>%s</p>\",\"account\":%s,\"mentions\":[{\"id\":\"1\",\"acct\":\"acme\",\"url\":\"https://home.example/@acme\"}]}"
                .formatted(1000 + n, n, edited == null ? "null" : "\"" + edited + "\"", text, account(n));
    }

    private static String account(int n) {
        return "{\"id\":\"5%d\",\"acct\":\"ann%d@far.example\",\"uri\":\"https://far.example/users/ann%d\"}"
                .formatted(n, n, n);
    }

    private static String sourceId(int n) {
        return "status:https://far.example/s/" + n;
    }

    private static String frame(String event, String payload) {
        return Json.mapper().writeValueAsString(Map.of("stream", List.of("user"), "event", event, "payload", payload));
    }

    private void answerNotifications(HttpExchange exchange) throws IOException {
        var after = exchange.getRequestURI().getQuery().replaceAll(".*min_id=(\\d+).*|.*", "$1");
        var from = after.isEmpty() ? 0 : Integer.parseInt(after);
        answer(
                exchange,
                200,
                notifications.subList(Math.min(from, notifications.size()), notifications.size()).stream()
                        .collect(Collectors.joining(",", "[", "]")));
    }

    private void answerStatuses(HttpExchange exchange) throws IOException {
        var one = exchange.getRequestURI().getPath().replaceAll(".*/statuses/?", "");
        if (!one.isEmpty()) {
            answer(exchange, statuses.containsKey(one) ? 200 : 404, statuses.getOrDefault(one, "{}"));
            return;
        }
        var query = exchange.getRequestURI().getQuery();
        answer(
                exchange,
                200,
                statuses.entrySet().stream()
                        .filter(status -> query.contains(status.getKey()))
                        .map(Map.Entry::getValue)
                        .collect(Collectors.joining(",", "[", "]")));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
