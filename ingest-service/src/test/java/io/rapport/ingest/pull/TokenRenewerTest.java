package io.rapport.ingest.pull;

import static io.rapport.ingest.domain.connection.ConnectionFixture.KEY;
import static io.rapport.ingest.domain.connection.ConnectionFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.rapport.contracts.connection.ConnectionConfigured;
import io.rapport.ingest.domain.connection.ConnectionFixture;
import io.rapport.ingest.domain.connection.ConnectionRequest;
import io.rapport.ingest.domain.connection.ConnectionSecrets;
import io.rapport.ingest.domain.connection.ConnectionService;
import io.rapport.ingest.domain.connection.FixedSource;
import io.rapport.ingest.domain.decision.AdminDecisionService;
import io.rapport.ingest.domain.decision.InMemoryAdminDecisions;
import io.rapport.ingest.domain.source.FetchFailedException;
import io.rapport.ingest.domain.source.FetchedPage;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.TokenRenewal;
import io.rapport.ingest.pull.http.GuardedHttpFetcher;
import io.rapport.web.outbound.AddressGuard;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Renews tokens at a token endpoint on the loopback address, which fails for a while. */
class TokenRenewerTest {

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String RENEWED =
            "{\"access_token\": \"second\", \"refresh_token\": \"r2\", \"expires_in\": 7200}";

    private final InMemoryAdminDecisions<ConnectionConfigured> decisions = new InMemoryAdminDecisions<>();
    private final ConnectionSecrets secrets = ConnectionFixture.secrets();
    private final ConnectionService connections =
            new ConnectionService(new AdminDecisionService<>(decisions, decisions), secrets);
    private final GuardedHttpFetcher http = new GuardedHttpFetcher(
            new AddressGuard(InetAddress::getAllByName, true), Duration.ofSeconds(60), 10_000, CLOCK);
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> requests = new ArrayList<>();
    private final List<String> used = new ArrayList<>();
    private Runnable whileRenewing = () -> {};
    private String valid = "second";
    private HttpServer endpoint;

    private record Answer(int status, String body) {}

    @BeforeEach
    void start() throws IOException {
        endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        endpoint.createContext("/token", this::answer);
        endpoint.start();
    }

    @AfterEach
    void stop() {
        endpoint.stop(0);
        http.close();
    }

    @Test
    void anExpiredTokenIsRenewedAndStoredEncryptedWithTheNewRefreshToken() {
        save("accessToken", "first", "refreshToken", "r1", "clientId", "app 1", "clientSecret", "s&1");
        answers.add(new Answer(200, RENEWED));

        assertThat(fetch().cursor()).isEqualTo("done");

        assertThat(used).containsExactly("first", "second");
        // Base64 of app+1:s%261
        assertThat(requests).containsExactly("Basic YXBwKzE6cyUyNjE= grant_type=refresh_token&refresh_token=r1");
        var stored = connections.find(KEY).orElseThrow();
        assertThat(secrets.decrypt(stored).values())
                .containsEntry("accessToken", List.of("second"))
                .containsEntry("refreshToken", List.of("r2"));
        assertThat(decisions.topic.get(KEY.key()).toString()).doesNotContain("second", "r2");
    }

    @Test
    void laterPagesOfATurnUseTheRenewedToken() {
        var connection = save("accessToken", "first", "refreshToken", "r1", "clientId", "app");
        answers.add(new Answer(200, RENEWED));

        pages().fetch(connection, source(), null);
        pages().fetch(connection, source(), null);

        assertThat(used).containsExactly("first", "second", "second");
        assertThat(requests).containsExactly("null grant_type=refresh_token&refresh_token=r1&client_id=app");
    }

    @Test
    void anEndpointThatFailsForAWhileKeepsTheTokensAndIsAskedAgain() {
        save("refreshToken", "r1", "clientId", "app");
        answers.add(new Answer(500, ""));
        answers.add(new Answer(-1, ""));
        answers.add(new Answer(503, ""));
        answers.add(new Answer(200, "<html>Down for maintenance</html>"));
        answers.add(new Answer(200, "{\"token_type\": \"bearer\"}"));
        for (var failures = 0; failures < 5; failures++) {
            assertThatThrownBy(this::fetch).isInstanceOf(FetchFailedException.class);
        }
        assertThat(secrets.decrypt(connections.find(KEY).orElseThrow()).all("refreshToken"))
                .containsExactly("r1");

        answers.add(new Answer(200, "{\"access_token\": \"second\"}"));
        assertThat(fetch().cursor()).isEqualTo("done");

        assertThat(secrets.decrypt(connections.find(KEY).orElseThrow()).values())
                .containsEntry("accessToken", List.of("second"))
                .containsEntry("refreshToken", List.of("r1"));
        assertThat(used).containsExactly("second");
    }

    @Test
    void aRefusedRefreshTokenSaysWhatToDo() {
        save("refreshToken", "secret r1", "clientId", "app");
        answers.add(new Answer(400, "{\"error\": \"invalid_grant\"}"));

        assertThatThrownBy(this::fetch)
                .hasMessageContaining("Authorize the app again")
                .hasMessageNotContaining("secret r1");
    }

    @Test
    void aRenewedTokenThatIsRefusedTooIsNotRenewedAgain() {
        save("accessToken", "first", "refreshToken", "r1", "clientId", "app");
        valid = "none";
        answers.add(new Answer(200, RENEWED));

        assertThatThrownBy(this::fetch).hasMessageContaining("refused");
        assertThat(requests).hasSize(1);
    }

    @Test
    void aRefreshTokenThatWasSetMeanwhileStays() {
        save("accessToken", "first", "refreshToken", "r1", "clientId", "app");
        valid = "third";
        whileRenewing = () -> save("accessToken", "third", "refreshToken", "r3");
        answers.add(new Answer(200, RENEWED));

        fetch();

        assertThat(used).containsExactly("first", "third");
        assertThat(secrets.decrypt(connections.find(KEY).orElseThrow()).newest("refreshToken"))
                .contains("r3");
    }

    @Test
    void withoutARefreshTokenNothingIsRenewed() {
        save("accessToken", "first", "clientId", "app");

        assertThatThrownBy(this::fetch).hasMessageContaining("refused");
        assertThat(requests).isEmpty();
    }

    private FetchedPage fetch() {
        return pages().fetch(connections.find(KEY).orElseThrow(), source(), null);
    }

    private PageFetcher pages() {
        return new PageFetcher(secrets, new TokenRenewer(connections, secrets, http, CLOCK), http);
    }

    /** A source that accepts one token. */
    private SourceDefinition source() {
        return new SourceDefinition(
                "Test",
                new FixedSource("test", text -> SourceMapping.of()),
                null,
                (cursor, settings, known, client) -> {
                    var token = known.newest("accessToken").orElse("none at all");
                    used.add(token);
                    if (!token.equals(valid)) {
                        throw FetchFailedException.unauthorized("It was refused.");
                    }
                    return new FetchedPage(List.of(), "done", false, null);
                },
                List.of(),
                new TokenRenewal(
                        URI.create("http://127.0.0.1:" + endpoint.getAddress().getPort() + "/token"), "accessToken"),
                List.of());
    }

    private ConnectionConfigured save(String... namesAndValues) {
        var changes = new HashMap<String, String>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            changes.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return connections
                .save(KEY, new ConnectionRequest(source(), List.of(), Map.of(), changes, null), "{}", NOW)
                .connection();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
        whileRenewing.run();
        var answer = answers.remove();
        if (answer.status() > 0) {
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
