package io.rapport.ingest.pull;

import static io.rapport.ingest.domain.connection.ConnectionFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.rapport.contracts.connection.ConnectionAccount;
import io.rapport.contracts.connection.ConnectionConfigured;
import io.rapport.contracts.connection.ConnectionConfiguredBuilder;
import io.rapport.contracts.connection.ConnectionKey;
import io.rapport.contracts.connection.ConnectionProgressed;
import io.rapport.ingest.connection.DeliveryProcessor;
import io.rapport.ingest.domain.connection.ConnectionFixture;
import io.rapport.ingest.domain.connection.ConnectionProgressService;
import io.rapport.ingest.domain.connection.ConnectionRequest;
import io.rapport.ingest.domain.connection.ConnectionService;
import io.rapport.ingest.domain.decision.AdminDecisionService;
import io.rapport.ingest.domain.decision.InMemoryAdminDecisions;
import io.rapport.ingest.domain.source.SourceCatalogue;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.pull.http.GuardedHttpFetcher;
import io.rapport.ingest.source.mastodon.MastodonSource;
import io.rapport.web.outbound.AddressGuard;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Pulls from servers on the loopback address that fail, while the time is moved by the test. */
class PullSchedulerTest {

    private static final ConnectionKey FAILING = new ConnectionKey("nord", "failing");
    private static final ConnectionKey HEALTHY = new ConnectionKey("nord", "healthy");
    private static final Duration TICK = Duration.ofSeconds(5);
    private static final String NOTIFICATION = "[{\"id\": \"7\", \"type\": \"admin.sign_up\"}]";
    private static final PullProperties SETTINGS = new PullProperties(
            Duration.ofMinutes(1),
            Duration.ofSeconds(45),
            Duration.ofSeconds(60),
            DataSize.ofMegabytes(1),
            Duration.ofSeconds(5),
            Duration.ofMinutes(15),
            true);

    private final MovedClock clock = new MovedClock();
    private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();
    private final ConnectionFixture.Directory directory = new ConnectionFixture.Directory();
    private final InMemoryAdminDecisions<ConnectionProgressed> decisions = new InMemoryAdminDecisions<>();
    private final InMemoryAdminDecisions<ConnectionConfigured> configured = new InMemoryAdminDecisions<>();
    private final ConnectionService connections =
            new ConnectionService(new AdminDecisionService<>(configured, configured), ConnectionFixture.secrets());
    private final ConnectionProgressService progress =
            new ConnectionProgressService(new AdminDecisionService<>(decisions, decisions), directory);
    private final GuardedHttpFetcher http = new GuardedHttpFetcher(
            new AddressGuard(InetAddress::getAllByName, true), SETTINGS.deadline(), 1 << 20, clock);
    private final SourceDefinition source = MastodonSource.definition();
    private HttpServer server;
    private PullScheduler scheduler;
    private volatile int status = 200;
    private volatile String body = NOTIFICATION;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var name = exchange.getRequestURI().getPath().split("/")[1];
            requests.computeIfAbsent(name, key -> new AtomicInteger()).incrementAndGet();
            var isFailing = name.equals(FAILING.connection());
            var bytes = (isFailing ? body : NOTIFICATION).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Location", "http://169.254.169.254/latest/meta-data/");
            exchange.sendResponseHeaders(isFailing ? status : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        connect(FAILING);
        connect(HEALTHY);
        var processor = new DeliveryProcessor(
                brand -> null,
                (brand, name) -> {
                    throw new IllegalStateException("Nothing is an engagement");
                },
                new PullFixture.NoRejections());
        var turn = new PullTurn(
                PullFixture.pages(http),
                processor,
                progress,
                new PullFixture.FreeLeases(),
                "this",
                SETTINGS.lease(),
                clock);
        scheduler = new PullScheduler(directory, new SourceCatalogue(List.of(source)), progress, turn, SETTINGS, clock);
    }

    @AfterEach
    void stop() {
        scheduler.close();
        server.stop(0);
        http.close();
    }

    @Test
    void aSourceThatFailsForAnHourIsAskedLessAndLessAndDoesNotHoldUpOthers() {
        status = 500;
        pass(Duration.ofHours(1));

        // At least 2.5 s, then twice as long each time up to 15 minutes at most.
        assertThat(requests.get(FAILING.connection())).hasValueBetween(7, 18);
        assertThat(requests.get(HEALTHY.connection())).hasValueBetween(50, 61);
        assertThat(progress.find(FAILING).orElseThrow())
                .satisfies(failed -> assertThat(failed.error()).isEqualTo("127.0.0.1 answered 500."))
                .satisfies(failed -> assertThat(failed.cursor()).isNull());

        status = 200;
        pass(SETTINGS.maxBackoff());

        assertThat(progress.find(FAILING).orElseThrow().cursor()).isEqualTo("7");
        assertThat(progress.find(FAILING).orElseThrow().receivedAt()).isAfter(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void aPageThatIsNoJsonIsAFailureAndTheCursorStays() {
        pass(TICK);
        body = "<html><body>Down for maintenance</body></html>";
        pass(Duration.ofMinutes(5));
        assertThat(progress.find(FAILING).orElseThrow())
                .satisfies(failed -> assertThat(failed.error()).contains("did not answer with notifications"))
                .satisfies(failed -> assertThat(failed.cursor()).isEqualTo("7"));

        body = NOTIFICATION.replace("7", "8");
        pass(SETTINGS.maxBackoff());
        assertThat(progress.find(FAILING).orElseThrow().cursor()).isEqualTo("8");
    }

    @Test
    void aRedirectToAnInternalAddressIsNotFollowed() {
        status = 302;
        pass(Duration.ofMinutes(1));

        assertThat(progress.find(FAILING).orElseThrow().error()).contains("169.254.169.254 has an internal address");
        assertThat(progress.find(HEALTHY).orElseThrow().cursor()).isEqualTo("7");
    }

    /** Lets time pass in ticks, and waits after each one for the turns that it started. */
    private void pass(Duration time) {
        for (var passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(TICK)) {
            scheduler.tick();
            while (!scheduler.isIdle()) {
                Thread.onSpinWait();
            }
            clock.now = clock.now.plus(TICK);
        }
    }

    private void connect(ConnectionKey key) {
        var request = new ConnectionRequest(source, List.of(), Map.of(), Map.of("accessToken", "t"), null);
        var settings = "{\"server\": \"http://127.0.0.1:%d/%s\"}"
                .formatted(server.getAddress().getPort(), key.connection());
        var saved = connections.save(key, request, settings, NOW).connection();
        directory.connections.put(
                key,
                ConnectionConfiguredBuilder.builder(saved)
                        .accounts(List.of(new ConnectionAccount("https://m.example/users/acme", "acme")))
                        .build());
    }

    private static final class MovedClock extends Clock {

        private volatile Instant now = NOW;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
