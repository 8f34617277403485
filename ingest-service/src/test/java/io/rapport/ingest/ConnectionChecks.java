package io.rapport.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.rapport.contracts.Topic;
import io.rapport.contracts.connection.ConnectionKey;
import io.rapport.ingest.RunningIngest.Answer;
import io.rapport.ingest.domain.connection.ConnectionLeaseRepository;
import io.rapport.ingest.domain.connection.FixedSource;
import io.rapport.ingest.domain.source.FetchFailedException;
import io.rapport.ingest.domain.source.FetchedPage;
import io.rapport.ingest.domain.source.SourceCatalogue;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.pull.PullScheduler;
import io.rapport.ingest.source.mapped.JsonMappingSource;
import io.rapport.ingest.source.payload.HmacSignature;
import io.rapport.messaging.json.Json;
import io.rapport.test.Browser;
import io.rapport.test.TestBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanPostProcessor;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** Tests of connections, in the context of another test: REST, deliveries, replays and pulls with a broker and a store. */
abstract class ConnectionChecks {

    static final String SECRETS_KEY = "--RAPPORT_SECRETS_KEY=a key that secrets are encrypted with";
    static final String QUOTA = "--rapport.connections.quota-per-minute=100";
    static final String PULL_FAST = "--rapport.pull.interval=100ms";
    static final String PULL_LOOPBACK = "--rapport.pull.allow-loopback=true";
    static final String SHORT_LEASE = "--rapport.pull.lease=4s";

    private static final String JSON = "application/json";
    private static final String RULES = """
            "each": "/events", "eventType": "/type", "rules": [
              {"when": {"/type": "comment"}, "account": "/page",
               "fields": {"sourceId": "/id", "channel": {"value": "web"}, "kind": {"value": "COMMENT"},
                          "direction": {"value": "INBOUND"}, "occurredAt": "/at", "actor.id": "/from"}}]""";

    private static int connections;

    private final String connection = "shop" + ++connections;
    private final String address = "/v1/agencies/nord/connections/" + connection;
    private final String hook = "/v1/agencies/nord/hooks/" + connection;

    /** The instance that all tests use. */
    abstract RunningIngest ingest();

    /** Starts another instance over the same broker and store. */
    abstract RunningIngest another(BeanPostProcessor parts);

    abstract String brandName();

    /** Adds a source that is pulled from an address in its settings, and observes the leases of an instance. */
    static final class PulledSource implements BeanPostProcessor {

        private final UnaryOperator<ConnectionLeaseRepository> leases;

        PulledSource(UnaryOperator<ConnectionLeaseRepository> leases) {
            this.leases = leases;
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (bean instanceof ConnectionLeaseRepository stored) {
                return leases.apply(stored);
            }
            if (!(bean instanceof SourceCatalogue catalogue)) {
                return bean;
            }
            var pulled = new SourceDefinition(
                    "Pulled",
                    new FixedSource(
                            "pulled",
                            text -> new JsonMappingSource()
                                    .map(SourcePayload.of(text.getBytes(StandardCharsets.UTF_8), JSON), RULE_SETTINGS)),
                    null,
                    (cursor, settings, secrets, http) -> {
                        var url = settings.text("url").orElseThrow();
                        var content = http.get(URI.create(url + "?after=" + (cursor == null ? "0" : cursor)), Map.of());
                        if (!content.isSuccess()) {
                            throw new FetchFailedException("It answered " + content.status() + ".");
                        }
                        var next = content.header("x-next").orElse(null);
                        return new FetchedPage(
                                List.of(SourcePayload.of(content.body(), JSON)), next, next != null, null);
                    },
                    List.of(),
                    List.of());
            return new SourceCatalogue(
                    Stream.concat(catalogue.all().stream(), Stream.of(pulled)).toList());
        }
    }

    /**
     * The leases of one instance.
     *
     * @param absent connections for which it does not compete
     * @param denied connections of which another instance held the lease
     * @param releases whether it ends its leases when it stops
     */
    record InstanceLeases(
            ConnectionLeaseRepository stored, Set<ConnectionKey> absent, Set<ConnectionKey> denied, boolean releases)
            implements ConnectionLeaseRepository {

        @Override
        public boolean tryAcquire(ConnectionKey connection, String owner, Instant now, Instant until) {
            if (absent.contains(connection)) {
                return false;
            }
            var acquired = stored.tryAcquire(connection, owner, now, until);
            if (!acquired) {
                denied.add(connection);
            }
            return acquired;
        }

        @Override
        public void release(ConnectionKey connection, String owner) {
            if (releases) {
                stored.release(connection, owner);
            }
        }
    }

    /** Where the instance of all tests does not compete, and where it was denied the lease. */
    static final Set<ConnectionKey> ABSENT = ConcurrentHashMap.newKeySet();

    static final Set<ConnectionKey> DENIED = ConcurrentHashMap.newKeySet();

    /** A source with numbered pages, each of which is served once a permit for it is given. */
    private static final class NumberedPages implements AutoCloseable {

        final Semaphore permits = new Semaphore(0);
        final List<String> served = new CopyOnWriteArrayList<>();
        final AtomicInteger overlaps = new AtomicInteger();

        private final AtomicInteger inFlight = new AtomicInteger();
        private final HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

        NumberedPages() throws IOException {
            server.setExecutor(Executors.newCachedThreadPool());
            server.createContext("/", exchange -> {
                if (inFlight.incrementAndGet() > 1) {
                    overlaps.incrementAndGet();
                }
                var next = Integer.parseInt(exchange.getRequestURI().getQuery().replace("after=", "")) + 1;
                var page = events();
                if (permits.tryAcquire()) {
                    served.add(Integer.toString(next));
                    exchange.getResponseHeaders().add("X-Next", Integer.toString(next));
                    page = events(event(Integer.toString(next), "page1"));
                }
                var bytes = page.getBytes(StandardCharsets.UTF_8);
                inFlight.decrementAndGet();
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    private static final SourceSettings RULE_SETTINGS = new SourceSettings(
            Set.of(), Json.mapper().readValue("{" + RULES + "}", new TypeReference<Map<String, Object>>() {}));

    @Test
    void configuresAConnectionAndNeverShowsItsSecrets() {
        var created = save("page1", "\"secret\": \"one two three\"");
        assertThat(created.status()).isEqualTo(201);

        var shown = ingest().get(address);
        assertThat(shown.body().toString()).doesNotContain("one two three");
        assertThat(shown.body().path("state").asString()).isEqualTo("WAITING");
        assertThat(shown.body().path("hook").asString()).isEqualTo(hook);
        assertThat(shown.body().path("secrets").path("secret").asInt()).isOne();
        assertThat(published(Topic.CONNECTION_CONFIGURED)).noneMatch(value -> value.contains("one two three"));
        assertThat(ingest().get("/v1/agencies/nord/connections?limit=500")
                        .body()
                        .toString())
                .contains('"' + connection + '"');
        assertThat(ingest().get("/v1/agencies/nord/brands/" + brandName() + "/connections")
                        .body()
                        .path("items"))
                .singleElement()
                .satisfies(item -> assertThat(item.path("settings").isEmpty()).isTrue());

        assertThat(ingest().delete(address).status()).isEqualTo(204);
        assertThat(ingest().get(address).status()).isEqualTo(404);
        assertThat(deliver(sign("{}", "one two three"), "{}").status()).isEqualTo(401);
    }

    @Test
    void theExampleOfTheDocumentationConnects() throws IOException {
        var text = Files.readString(Path.of("../docs/connections.md"));
        var from = text.indexOf("-d '") + 4;
        var example = text.substring(from, text.indexOf("'\n```", from)).replace("coffee", brandName());
        assertThat(ingest().put(address, example).status()).isEqualTo(201);
        var body =
                "{\"events\": [{\"type\": \"reply\", \"id\": 1, \"board\": \"board-7\", \"at\": 1767225600, \"text\": \"hi\", \"author\": {\"id\": \"ann\"}}, {\"type\": \"ping\"}]}";

        var answer = deliver(sign(body, "a secret that the forum knows too"), body);

        var shown = text.substring(text.indexOf("200 {") + 4);
        assertThat(answer.body()).isEqualTo(Json.mapper().readTree(shown.substring(0, shown.indexOf('\n'))));
        assertThat(published(Topic.ENGAGEMENT_RECEIVED))
                .singleElement()
                .satisfies(value -> assertThat(value).contains("\"kind\":\"REPLY\"", "2026-01-01T00:00:00Z"));
    }

    @Test
    void unusableConfigurationsAreRefused() {
        assertThat(save("page1", "\"other\": \"x\"").status()).isEqualTo(400);
        assertThat(ingest().put(address, "{\"source\": \"json\"}")
                        .body()
                        .path("detail")
                        .asString())
                .contains("settings.rules");
        assertThat(ingest().put(address, "{\"source\": \"none\"}").status()).isEqualTo(400);
        assertThat(save("page1", "").status()).isEqualTo(201);
        assertThat(ingest().put(
                                address,
                                "{\"source\": \"json\", \"accounts\": [{\"id\": \"a\", \"brand\": \"nobody\"}]}")
                        .body()
                        .path("detail")
                        .asString())
                .contains("not registered");
        assertThat(ingest().post(address + "/backfill?from=2026-01-01T00:00:00Z", JSON, "")
                        .slug())
                .isEqualTo("not-pulled");
    }

    @Test
    void aSignedDeliveryIsPublishedAndCounted() {
        save("page1", "\"secret\": \"s3\"");
        var body = events(event("1", "page1"), event("2", "page1"), event("2", "page1"), "{\"type\": \"ping\"}");

        var answer = deliver(sign(body, "s3"), body);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .hasToString(
                        "{\"accepted\":2,\"withheld\":0,\"withdrawn\":0,\"duplicates\":1,\"ignored\":1,\"rejected\":0}");
        assertThat(published(Topic.ENGAGEMENT_RECEIVED)).hasSize(2).allMatch(value -> value.contains("\"json\""));
        await().untilAsserted(() -> assertThat(ingest().get(address)
                        .body()
                        .path("counts")
                        .path("accepted")
                        .asInt())
                .isEqualTo(2));
        assertThat(ingest().get(address).body().path("state").asString()).isEqualTo("READY");
        assertThat(ingest().get(address)
                        .body()
                        .path("counts")
                        .path("ignored:ping")
                        .asInt())
                .isOne();
    }

    @Test
    void anOldSecretIsValidUntilItIsDropped() {
        save("page1", "\"secret\": \"old one\"");
        save("page1", "\"secret\": \"new one\"");
        var body = events(event("1", "page1"));
        assertThat(deliver(sign(body, "old one"), body).status()).isEqualTo(200);
        assertThat(deliver(sign(body, "new one"), body).status()).isEqualTo(200);

        assertThat(ingest().delete(address + "/secrets/secret/old").status()).isEqualTo(200);

        assertThat(deliver(sign(body, "old one"), body).status()).isEqualTo(401);
        assertThat(deliver(sign(body, "new one"), body).status()).isEqualTo(200);
    }

    @Test
    void unsignedDeliveriesAndUnknownConnectionsAreAnsweredAlike() {
        save("page1", "\"secret\": \"s3\"");
        var body = events(event("1", "page1"));

        var wrong = deliver("sha256=" + "0".repeat(64), body);
        var missing = deliver(null, body);
        var unknown = send("/v1/agencies/nord/hooks/nothing", null, body.getBytes(StandardCharsets.UTF_8), null);
        var noName = send("/v1/agencies/NORD/hooks/!", null, body.getBytes(StandardCharsets.UTF_8), null);
        var challenge = ingest().get(hook + "?hub.challenge=1");

        for (var answer : List.of(wrong, missing, unknown, noName, challenge)) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.body()).hasToString(wrong.body().toString());
        }
        assertThat(published(Topic.ENGAGEMENT_RECEIVED)).isEmpty();
        assertThat(ingest().get(address + "/rejected").body().path("items").isEmpty())
                .isTrue();
        await().untilAsserted(() -> assertThat(
                        ingest().get(address).body().path("lastError").asString())
                .contains("X-Hub-Signature-256"));
        assertThat(ingest().get(address).body().path("state").asString()).isEqualTo("FAILING");
    }

    @Test
    void aShopThatActivatesItsWebhookIsAnsweredUnsigned() {
        var form = "application/x-www-form-urlencoded";
        var request =
                "{\"source\": \"woocommerce\", \"accounts\": [{\"id\": \"shop.example\", \"brand\": \"%s\"}], \"secrets\": {\"secret\": \"s3\"}}";
        assertThat(ingest().put(address, request.formatted(brandName())).status())
                .isEqualTo(201);

        assertThat(ingest().post(hook, form, "webhook_id=5").response().body()).isEqualTo("ok");
        assertThat(ingest().post(hook, form, "webhook_id=5&total=1").status()).isEqualTo(401);
        assertThat(ingest().post(hook, form, "").status()).isEqualTo(401);
    }

    @Test
    void aDeliveryOfAShopThatIsCutAnywhereKeepsNothingAndItsRepetitionsCountOnce() throws IOException {
        ingest().put(
                        address,
                        "{\"source\": \"shopify\", \"accounts\": [{\"id\": \"acme.myshopify.com\", \"brand\": \"%s\"}], \"secrets\": {\"clientSecret\": \"s3\"}}"
                                .formatted(brandName()));
        var order = Files.readAllBytes(Path.of("src/test/resources/deliveries/shopify/paid.json"));
        for (var cut : List.of(0, 1, order.length / 2, order.length - 1)) {
            assertThat(deliverPart(order, cut)).as("cut after %d", cut).doesNotStartWith("HTTP/1.1 2");
        }
        assertThat(published(Topic.ENGAGEMENT_RECEIVED)).isEmpty();

        for (var repetition = 0; repetition < 3; repetition++) {
            assertThat(deliverPart(order, order.length)).startsWith("HTTP/1.1 200");
        }

        assertThat(published(Topic.ENGAGEMENT_RECEIVED).stream()
                        .map(value -> value.replaceAll("\"receivedAt\":\"[^\"]+\"", ""))
                        .distinct())
                .as("the same engagement, which counts once")
                .hasSize(1);
    }

    /** Sends the head of a delivery and a part of its body, and ends the connection; returns the response. */
    private String deliverPart(byte[] body, int length) throws IOException {
        var url = URI.create(ingest().base());
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            var head = List.of(
                    "POST " + hook + " HTTP/1.1",
                    "Host: shop.example",
                    "Connection: close",
                    "Content-Type: application/json",
                    "Content-Length: " + body.length,
                    "X-Shopify-Topic: orders/paid",
                    "X-Shopify-Shop-Domain: acme.myshopify.com",
                    "X-Shopify-Hmac-Sha256: "
                            + new HmacSignature("HmacSHA256", "", HmacSignature.Encoding.BASE64).sign("s3", body));
            var sent = socket.getOutputStream();
            sent.write((String.join("\r\n", head) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            sent.write(body, 0, length);
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void limitsTheBodyItsExpansionAndItsDepth() {
        save("page1", "\"secret\": \"s3\"");
        var large = "x".repeat(5 << 20);
        assertThat(deliver(sign(large, "s3"), large).status()).isEqualTo(413);
        var bomb = RunningIngest.zip(new byte[3 << 20]);
        assertThat(send(hook, "sha256=00", bomb, "gzip").slug()).isEqualTo("expands-too-much");
        var deep = "[".repeat(5000);
        var answer = deliver(sign(deep, "s3"), deep);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("rejected").asInt()).isOne();
        var html = "<html>not json</html>";
        assertThat(deliver(sign(html, "s3"), html).body().path("rejected").asInt())
                .isOne();
    }

    @Test
    void theQuotaOfAnAgencyDoesNotAffectOthers() {
        var crowded = "/v1/agencies/crowded/brands/" + brandName();
        ingest().put(crowded, "{\"name\": \"Crowded\", \"timeZone\": \"UTC\"}");
        ingest().put(
                        "/v1/agencies/crowded/connections/" + connection,
                        "{\"source\": \"json\", \"settings\": {%s}, \"secrets\": {\"secret\": \"s3\"}}"
                                .formatted(RULES));
        save("page1", "\"secret\": \"s3\"");
        var full = hook.replace("nord", "crowded");
        var body = events("{\"type\": \"ping\"}");

        var refused = send(full, sign(body, "s3"), body.getBytes(StandardCharsets.UTF_8), null);
        for (var sent = 1; sent < 500 && refused.status() == 200; sent++) {
            refused = send(full, sign(body, "s3"), body.getBytes(StandardCharsets.UTF_8), null);
        }

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.slug()).isEqualTo("quota-exceeded");
        assertThat(refused.response().headers().firstValueAsLong("Retry-After").orElse(0))
                .isPositive();
        assertThat(deliver("sha256=00", body).status()).isEqualTo(401);
        assertThat(deliver(sign(body, "s3"), body).status()).isEqualTo(200);
    }

    @Test
    void compressedDeliveriesAreVerifiedDecompressed() {
        save("page1", "\"secret\": \"s3\"");
        var body = events(event("1", "page1"));

        var answer = send(hook, sign(body, "s3"), RunningIngest.zip(body.getBytes(StandardCharsets.UTF_8)), "gzip");

        assertThat(answer.body().path("accepted").asInt()).isOne();
    }

    @Test
    void theSignatureOfAFormIsVerifiedOverItsBytes() {
        save("page1", "\"secret\": \"s3\"");
        var wrapped = "payload=" + URLEncoder.encode(events(event("1", "page1")), StandardCharsets.UTF_8);
        var fields = "type=comment&id=2+%C3%A9&page=page1&from=ann&at=2026-02-01T00%3A00%3A00Z";
        var form = "application/x-www-form-urlencoded";

        assertThat(send(hook + "?from=query", sign(wrapped, "s3"), wrapped, form)
                        .body()
                        .path("accepted")
                        .asInt())
                .isOne();
        assertThat(send(hook, sign(wrapped + " ", "s3"), wrapped, form).status())
                .isEqualTo(401);
        ingest().put(
                        address,
                        "{\"source\": \"json\", \"accounts\": [{\"id\": \"page1\", \"brand\": \"%s\"}], \"settings\": {%s}}"
                                .formatted(brandName(), RULES.replace("\"each\": \"/events\",", "")));
        assertThat(send(hook, sign(fields, "s3"), fields, form + "; charset=UTF-8")
                        .body()
                        .path("accepted")
                        .asInt())
                .isOne();

        assertThat(published(Topic.ENGAGEMENT_RECEIVED)).anyMatch(value -> value.contains("\"sourceId\":\"2 é\""));
        var broken = "type=%zz";
        assertThat(send(hook, sign(broken, "s3"), broken, form)
                        .body()
                        .path("rejected")
                        .asInt())
                .isOne();
    }

    @Test
    void aPausedConnectionAsksToDeliverLater() {
        save("page1", "\"secret\": \"s3\"");
        var body = events(event("1", "page1"));
        assertThat(ingest().post(address + "/pause", JSON, "")
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("PAUSED");

        var answer = deliver(sign(body, "s3"), body);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.response().headers().firstValue("Retry-After")).contains("600");
        ingest().post(address + "/resume", JSON, "");
        assertThat(deliver(sign(body, "s3"), body).status()).isEqualTo(200);
    }

    @Test
    void eventsOfAnUnknownAccountAreReplayedOnceItIsMapped() {
        save("page1", "\"secret\": \"s3\"");
        var body = events(event("1", "page1"), event("2", "page2"));
        for (var i = 0; i < 2; i++) {
            assertThat(deliver(sign(body, "s3"), body).body().path("rejected").asInt())
                    .isOne();
        }
        await().untilAsserted(() -> assertThat(ingest().get(address + "/rejected?code=UNKNOWN_ACCOUNT&account=page2")
                        .body()
                        .path("items"))
                .hasSize(1));
        assertThat(replay("{}").body().path("remaining").asInt()).isOne();

        save("page2", "");
        assertThat(replay("{\"account\": \"page2\"}").body())
                .hasToString(
                        "{\"replayed\":1,\"remaining\":0,\"outcomes\":{\"accepted\":1,\"withheld\":0,\"withdrawn\":0,\"duplicates\":0,\"ignored\":0,\"rejected\":0}}");

        await().untilAsserted(() -> assertThat(
                        ingest().get(address + "/rejected").body().path("items").isEmpty())
                .isTrue());
        assertThat(published(Topic.ENGAGEMENT_RECEIVED).stream().filter(value -> value.contains("\"sourceId\":\"2\"")))
                .hasSize(1);
        assertThat(replay("{}").body().path("replayed").asInt()).isZero();
        await().untilAsserted(() -> assertThat(ingest().get(address).body().path("counts"))
                .hasToString("{\"accepted\":3,\"rejected\":2,\"replayed\":1}"));
    }

    @Test
    void rejectedRowsAreReplayedWhenTheirCauseIsGoneAndOtherwiseStay() {
        var brand = "/v1/agencies/nord/brands/" + brandName();
        var ahead =
                "{\"source\":\"s\",\"sourceId\":\"late\",\"channel\":\"x\",\"kind\":\"COMMENT\",\"direction\":\"INBOUND\",\"occurredAt\":\"%s\",\"actor\":{\"id\":\"ann\"}}"
                        .formatted(Instant.now().plusSeconds(303));
        ingest().post(brand + "/engagements", JSON, "[" + ahead + ",{\"source\":\"s\"}]");
        await().untilAsserted(() -> assertThat(
                        ingest().get(brand + "/rejected").body().path("items"))
                .hasSize(2));

        await().untilAsserted(
                        () -> assertThat(ingest().post(brand + "/rejected/replay", JSON, "{\"code\":\"IN_THE_FUTURE\"}")
                                        .body())
                                .hasToString("{\"replayed\":1,\"remaining\":0,\"accepted\":1}"));

        assertThat(published(Topic.ENGAGEMENT_RECEIVED)).hasSize(1);
        await().untilAsserted(() -> assertThat(
                        ingest().get(brand + "/rejected").body().path("items"))
                .hasSize(1));
        assertThat(ingest().post(brand + "/rejected/replay", JSON, "{}").body())
                .hasToString("{\"replayed\":0,\"remaining\":1,\"accepted\":0}");
    }

    @Test
    void showsWhatWouldBecomeOfASample() {
        var body = "{\"accounts\": [{\"id\": \"page1\", \"brand\": \"%s\"}], \"settings\": {%s}, \"sample\": %s}"
                .formatted(
                        brandName(),
                        RULES,
                        events(
                                event("1", "page1"),
                                event("2", "page2"),
                                "{\"type\": \"ping\"}",
                                "{\"type\": \"comment\", \"page\": \"page1\"}"));

        var answer = ingest().post("/v1/agencies/nord/sources/json/preview", JSON, body);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("outcome").asString()))
                .containsExactly("ACCEPTED", "REJECTED", "IGNORED", "REJECTED");
        assertThat(answer.body().at("/items/0/engagement/actor/id").asString()).isEqualTo("ann");
        assertThat(answer.body().at("/items/1/code").asString()).isEqualTo("UNKNOWN_ACCOUNT");
        assertThat(answer.body().at("/items/3/path").asString()).isEqualTo("/events/3/id");
        assertThat(published(Topic.ENGAGEMENT_RECEIVED)).isEmpty();
        assertThat(ingest().get("/v1/agencies/nord/sources").body().toString()).contains("\"json\"");
    }

    @Test
    void aPlatformChecksItsHookAndDeliversWhatItTakesBackToo() {
        ingest().put(
                        address,
                        "{\"source\": \"meta\", \"accounts\": [{\"id\": \"100\", \"brand\": \"%s\"}], \"secrets\": {\"appSecret\": \"s3\", \"verifyToken\": \"word\"}}"
                                .formatted(brandName()));
        var challenge = "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";
        var body = "{\"object\": \"page\", \"entry\": [" + reaction("add", 0) + ", " + reaction("remove", 60) + "]}";

        var answer = deliver(sign(body, "s3"), body);

        assertThat(ingest().get(hook + challenge + "word").status()).isEqualTo(200);
        assertThat(ingest().get(hook + challenge + "other").status()).isEqualTo(401);
        assertThat(deliver(sign(body, "other"), body).status()).isEqualTo(401);
        assertThat(answer.body())
                .hasToString(
                        "{\"accepted\":1,\"withheld\":0,\"withdrawn\":1,\"duplicates\":0,\"ignored\":0,\"rejected\":0}");
        assertThat(published(Topic.ENGAGEMENT_RECEIVED))
                .hasSize(2)
                .allMatch(value -> value.contains("\"100:55\"") && value.contains("\"facebook\""));
    }

    @Test
    void aShopThatIsCutAndSendsTwiceAndOutOfOrderCountsOnce() throws IOException {
        ingest().put(
                        address,
                        "{\"source\": \"shopify\", \"accounts\": [{\"id\": \"%s\", \"brand\": \"%s\"}], \"secrets\": {\"clientSecret\": \"s3\"}}"
                                .formatted(ShopPeer.DOMAIN, brandName()));
        var shop = new ShopPeer(URI.create(ingest().base() + hook), "s3");
        var deliveries = IntStream.rangeClosed(1, 4)
                .boxed()
                .flatMap(order -> ShopPeer.deliveries(order).stream())
                .flatMap(body -> Stream.of(body, body))
                .collect(Collectors.toList());
        Collections.shuffle(deliveries, new Random(7));

        for (var i = 0; i < deliveries.size(); i++) {
            var body = deliveries.get(i);
            shop.cut(body, i * 17 % body.length());
            assertThat(ingest().send(shop.request(body)).status()).isEqualTo(200);
        }

        var counted = new HashMap<String, JsonNode>();
        published(Topic.ENGAGEMENT_RECEIVED).stream()
                .map(value -> Json.mapper().readTree(value))
                .forEach(each -> counted.merge(
                        each.path("sourceId").asString(), each, (one, other) -> rank(other) > rank(one) ? other : one));
        assertThat(counted.values())
                .filteredOn(each -> !each.path("withdrawn").asBoolean())
                .extracting(each -> each.path("value").path("amount").asInt())
                .containsExactlyInAnyOrder(1, -1, 2, -1, 3, -1);
    }

    private static long rank(JsonNode engagement) {
        return 2 * engagement.path("revision").asLong()
                + (engagement.path("withdrawn").asBoolean() ? 1 : 0);
    }

    @Test
    void aWebmentionIsFetchedVerifiedRevisedAndWithdrawn() throws IOException {
        var status = new AtomicInteger(500);
        var isCut = new AtomicBoolean();
        var page = new AtomicReference<>("<a class='u-like-of' href='https://blog.acme.example/1'>x</a>");
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var bytes = ("<div class='h-entry'>" + page.get() + "</div>").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status.get(), bytes.length);
            exchange.getResponseBody().write(bytes, 0, isCut.get() ? bytes.length / 2 : bytes.length);
            if (isCut.get()) {
                exchange.getResponseBody().flush();
                throw new IOException("Cut");
            }
            exchange.close();
        });
        server.start();
        try {
            ingest().put(
                            address,
                            "{\"source\": \"webmention\", \"accounts\": [{\"id\": \"acme.example\", \"brand\": \"%s\"}]}"
                                    .formatted(brandName()));
            var source = "source=http://127.0.0.1:" + server.getAddress().getPort() + "/re";
            var mention = source + "&target=https://blog.acme.example/1";
            assertThat(form(hook, mention).status()).as("the blog is down").isEqualTo(503);
            status.set(200);
            isCut.set(true);
            assertThat(form(hook, mention).status()).as("the page is cut").isEqualTo(503);
            isCut.set(false);
            assertThat(form(hook, mention).status()).isEqualTo(202);
            page.set("<a class='u-in-reply-to' href='https://blog.acme.example/1'>x</a><p class='e-content'>Well</p>");
            assertThat(form(hook, mention).body().path("accepted").asInt()).isOne();
            status.set(410);
            assertThat(form(hook, mention).body().path("withdrawn").asInt()).isOne();

            assertThat(form(hook, source + "&target=https://other.example/").status())
                    .isEqualTo(400);
            assertThat(form(hook, "source=http://10.0.0.1/&target=https://blog.acme.example/1")
                            .status())
                    .isEqualTo(503);
            assertThat(form(hook, "target=https://blog.acme.example/1").status())
                    .isEqualTo(401);
            assertThat(published(Topic.ENGAGEMENT_RECEIVED))
                    .extracting(value -> Json.mapper().readTree(value))
                    .satisfies(all -> assertThat(all)
                            .extracting(each -> each.path("kind").asString() + " "
                                    + each.path("withdrawn").asBoolean())
                            .containsExactly("REACTION false", "COMMENT false", "CITATION true"))
                    .extracting(each -> each.path("id").asString())
                    .containsOnly(Json.mapper()
                            .readTree(published(Topic.ENGAGEMENT_RECEIVED).get(0))
                            .path("id")
                            .asString());
        } finally {
            server.stop(0);
        }
    }

    private static String reaction(String verb, int seconds) {
        return "{\"id\": \"100\", \"time\": %d, \"changes\": [{\"field\": \"feed\", \"value\": {\"item\": \"reaction\", \"verb\": \"%s\", \"post_id\": \"100_7\", \"from\": {\"id\": \"55\"}}}]}"
                .formatted(1_767_225_600 + seconds, verb);
    }

    @Test
    void pullsPagesAndComesBackAfterFailures() throws IOException {
        var failing = new AtomicBoolean(true);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var after = exchange.getRequestURI().getQuery();
            var page = after.equals("after=0") ? events(event("1", "page1")) : events(event("2", "page1"));
            if (after.equals("after=0")) {
                exchange.getResponseHeaders().add("X-Next", "1");
            }
            var bytes = page.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(failing.get() ? 500 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            ingest().put(
                            address,
                            pulled("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
            await().untilAsserted(() -> assertThat(
                            ingest().get(address).body().path("state").asString())
                    .isEqualTo("FAILING"));
            assertThat(ingest().get(address).body().path("lastError").asString())
                    .isEqualTo("127.0.0.1 answered 500.");

            failing.set(false);
            await().untilAsserted(() -> assertThat(
                            ingest().get(address).body().path("state").asString())
                    .isEqualTo("READY"));
            await().untilAsserted(() -> assertThat(published(Topic.ENGAGEMENT_RECEIVED))
                    .anyMatch(value -> value.contains("\"sourceId\":\"2\"")));
            assertThat(ingest().get(address).body().path("cursor").asString()).isEqualTo("1");
            assertThat(ingest().post(address + "/backfill?from=2026-01-01T00:00:00Z", JSON, "")
                            .status())
                    .isEqualTo(200);
        } finally {
            ingest().delete(address);
            server.stop(0);
        }
    }

    @Test
    void oneInstancePullsAtATimeAndAnotherTakesOverFromOneThatStopsWithoutReleasing() throws IOException {
        var key = new ConnectionKey("nord", connection);
        ABSENT.add(key);
        try (var pages = new NumberedPages()) {
            try (var first = another(new PulledSource(
                    stored -> new InstanceLeases(stored, Set.of(), ConcurrentHashMap.newKeySet(), false)))) {
                ingest().put(address, pulled(pages.url()));
                pages.permits.release(3);
                await().until(() ->
                        first.get(address).body().path("cursor").asString().equals("3"));

                ABSENT.remove(key);
                await().until(() -> {
                    ingest().bean(PullScheduler.class).wake(key);
                    return DENIED.contains(key);
                });
                pages.permits.release(3);
                await().until(() ->
                        first.get(address).body().path("cursor").asString().equals("6"));
            }
            pages.permits.release(3);
            await().until(() ->
                    ingest().get(address).body().path("cursor").asString().equals("9"));

            assertThat(pages.overlaps).hasValue(0);
            assertThat(pages.served).containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9");
            assertThat(published(Topic.ENGAGEMENT_RECEIVED)).hasSize(9);
        } finally {
            ABSENT.remove(key);
            ingest().delete(address);
        }
    }

    @Test
    void internalAddressesAreNotPulled() {
        ingest().put(address, pulled("http://169.254.169.254/latest/meta-data/"));

        await().untilAsserted(() -> assertThat(
                        ingest().get(address).body().path("lastError").asString())
                .contains("internal address"));
        ingest().delete(address);
    }

    @Test
    void pagesShowStateCountsAndWhatWasRejected() {
        save("<b>page</b>", "\"secret\": \"s3\"");
        assertThat(page("/connections")).contains("/agencies/nord/connections");
        assertThat(page("/agencies/nord/connections?limit=500"))
                .contains(connection, "WAITING", "&lt;b&gt;page&lt;/b&gt;", "Any JSON")
                .doesNotContain("<b>page</b>");
        assertThat(page("/agencies/nord/connections/" + connection)).contains("Waiting for the first event", hook);

        var body = events(event("1", "page9"));
        deliver(sign(body, "s3"), body);

        await().untilAsserted(() -> assertThat(page("/agencies/nord/connections/" + connection))
                .contains("READY", "UNKNOWN_ACCOUNT", "Replay the ticked")
                .doesNotContain("sourceId"));
        var id = ingest().get(address + "/rejected").body().at("/items/0/id").asString();
        assertThat(form("/agencies/nord/connections/" + connection + "/replay", "ids=" + id)
                        .response()
                        .body())
                .contains("0 replayed, 1 stay");
    }

    @Test
    void pagesAreInTheLanguageOfTheirReader() {
        save("page1", "\"secret\": \"s3\"");
        assertThat(page("/connections?lang=nb")).contains("<html lang=\"nb\">", "<h1>Koblinger</h1>");
        assertThat(page("/agencies/nord/connections?limit=500&lang=nb"))
                .contains(connection, "VENTER", "Vilkårlig JSON", "Sist mottatt", "leverer til en adresse");
        assertThat(page("/agencies/nord/connections/" + connection + "?lang=nb"))
                .contains(
                        "Venter på den første hendelsen", "La systemet levere til adressen for leveranser, som JSON.");
        assertThat(page("/agencies/nord/connections/_new?source=stripe&lang=nb"))
                .contains("Koble til Stripe", "endepunkt med URL-en adressen som neste side viser");
    }

    @Test
    void theFormConnectsAndSaysWhatIsWrong() {
        assertThat(page("/agencies/nord/connections/_new?source=json")).contains("X-Hub-Signature-256", "secret");
        var fields = "source=json&connection=" + connection + "&accounts=page1+" + brandName()
                + "&secretName=secret&secretValue=s%2C3&settings=";

        var wrong = form("/agencies/nord/connections", fields + "nothing");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.response().body()).contains("settings are not a JSON object", "page1 " + brandName());
        assertThat(form("/agencies/nord/connections", fields + "%7B%7D")
                        .response()
                        .body())
                .contains("settings.rules");

        var rules = URLEncoder.encode("{" + RULES + "}", StandardCharsets.UTF_8);
        var saved = form("/agencies/nord/connections", fields + rules);
        assertThat(saved.status()).isEqualTo(303);
        var body = events(event("1", "page1"));
        assertThat(deliver(sign(body, "s,3"), body).status()).isEqualTo(200);
        assertThat(page("/agencies/nord/connections/" + connection + "/edit"))
                .contains("page1 " + brandName(), "&quot;rules&quot;")
                .doesNotContain("s,3");
        assertThat(form("/agencies/nord/connections/" + connection + "/pause", "paused=true")
                        .status())
                .isEqualTo(303);
        assertThat(page("/agencies/nord/connections/" + connection)).contains("PAUSED", "Resume");
    }

    @Test
    @Tag("browser")
    void aSourceIsConnectedStepByStepAndItsPageShowsTheFirstEventWhenItArrives() {
        try (var browser = new Browser()) {
            browser.signIn(ingest().base(), RunningIngest.ADMIN);
            browser.open(ingest().base() + "/agencies/nord/connections");
            assertUsable(browser, "connections");
            browser.follow("Any JSON");
            assertThat(browser.all(".steps li")).isNotEmpty();
            browser.find("#connection").sendKeys(connection);
            browser.find("#accounts").sendKeys("page1 " + brandName());
            browser.find("#secret0").sendKeys("s3");
            browser.find("#settings").clear();
            browser.find("#settings").sendKeys("{" + RULES + "}");
            assertUsable(browser, "connect");

            browser.follow(browser.find("form.card button"));
            assertThat(browser.find("#state").getText()).isEqualTo("WAITING");
            assertThat(browser.find("#live").getText()).contains("Waiting for the first event");
            assertThat(browser.find("#hook").getDomProperty("value")).isEqualTo(ingest().base() + hook);
            assertUsable(browser, "connection-waiting");

            var body = events(event("1", "page1"), event("2", "page9"));
            assertThat(deliver(sign(body, "s3"), body).status()).isEqualTo(200);

            // The page is not loaded again.
            await().untilAsserted(
                            () -> assertThat(browser.find("#live").getText()).contains("accepted\n1", "rejected\n1"));
            assertThat(browser.find("#state").getText()).isEqualTo("READY");
            await().until(() ->
                    ingest().get(address + "/rejected").body().path("items").size() == 1);
            browser.open(ingest().base() + "/agencies/nord/connections/" + connection);
            assertThat(browser.all("input[name=ids]")).hasSize(1);
            assertUsable(browser, "connection");
            browser.follow(browser.find("form[action$=pause] button"));
            assertThat(browser.find("#state").getText()).isEqualTo("PAUSED");
            assertThat(browser.consoleMessages()).isEmpty();
        }
    }

    private static void assertUsable(Browser browser, String screen) {
        assertThat(browser.fitsAllViewports(screen)).as(screen).isTrue();
        assertThat(browser.accessibilityViolations()).as(screen).isEmpty();
    }

    private String page(String path) {
        return ingest().send(
                        ingest().request(path).header("Accept", "text/html").GET())
                .response()
                .body();
    }

    private Answer form(String path, String fields) {
        return ingest().post(path, "application/x-www-form-urlencoded", fields);
    }

    private String pulled(String url) {
        return "{\"source\": \"pulled\", \"accounts\": [{\"id\": \"page1\", \"brand\": \"%s\"}], \"settings\": {\"url\": \"%s\"}}"
                .formatted(brandName(), url);
    }

    private Answer save(String account, String secrets) {
        return ingest().put(
                        address,
                        "{\"source\": \"json\", \"accounts\": [{\"id\": \"%s\", \"brand\": \"%s\"}], \"settings\": {%s}, \"secrets\": {%s}}"
                                .formatted(account, brandName(), RULES, secrets));
    }

    private Answer replay(String selection) {
        return ingest().post(address + "/rejected/replay", JSON, selection);
    }

    private Answer deliver(@Nullable String signature, String body) {
        return send(hook, signature, body.getBytes(StandardCharsets.UTF_8), null);
    }

    private Answer send(String path, String signature, String body, String type) {
        return ingest().send(HttpRequest.newBuilder(URI.create(ingest().base() + path))
                .header("Content-Type", type)
                .header("X-Hub-Signature-256", signature)
                .POST(BodyPublishers.ofString(body)));
    }

    private Answer send(String path, @Nullable String signature, byte[] body, @Nullable String encoding) {
        var request = HttpRequest.newBuilder(URI.create(ingest().base() + path))
                .header("Content-Type", JSON)
                .POST(BodyPublishers.ofByteArray(body));
        if (signature != null) {
            request.header("X-Hub-Signature-256", signature);
        }
        if (encoding != null) {
            request.header("Content-Encoding", encoding);
        }
        return ingest().send(request);
    }

    private List<String> published(Topic topic) {
        return TopicRecords.on(TestBroker.client(), topic).stream()
                .filter(record -> record.value() != null)
                .filter(record ->
                        topic != Topic.ENGAGEMENT_RECEIVED || record.key().startsWith("nord|" + brandName() + "|"))
                .map(record -> record.value())
                .toList();
    }

    private static String events(String... events) {
        return "{\"events\": [" + String.join(", ", events) + "]}";
    }

    private static String event(String id, String page) {
        return "{\"type\": \"comment\", \"id\": \"%s\", \"page\": \"%s\", \"from\": \"ann\", \"at\": \"2026-02-01T00:00:00Z\"}"
                .formatted(id, page);
    }

    private static String sign(String body, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
