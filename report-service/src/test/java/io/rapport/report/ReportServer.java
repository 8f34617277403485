package io.rapport.report;

import static org.awaitility.Awaitility.await;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.access.TokenIssued;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandRegisteredBuilder;
import io.rapport.contracts.content.ContentMeasured;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.contracts.sentiment.SentimentJudged;
import io.rapport.contracts.sentiment.SentimentSpreadChanged;
import io.rapport.messaging.json.Json;
import io.rapport.messaging.publish.CloudEvent;
import io.rapport.messaging.publish.EventPublisher;
import io.rapport.report.projection.ProjectionAwait;
import io.rapport.report.projection.ReportProjections;
import io.rapport.report.store.MongoReportStore;
import io.rapport.test.TestBroker;
import io.rapport.test.TestMongo;
import io.rapport.web.auth.TokenDirectory;
import io.rapport.web.brand.BrandCatalogue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** The report service on a real broker and the embedded store, with methods that publish the events of other services. */
public final class ReportServer implements AutoCloseable {

    public static final String ADMIN = "administrators-token";

    public static final String HASH_KEY = "a secret of this installation";

    /** What browsers of Norwegian readers send. */
    public static final String NORWEGIAN = "nb-NO,nb;q=0.9,en-US;q=0.7,en;q=0.6";

    private static final Map<String, List<Object>> ISSUED = new ConcurrentHashMap<>();

    private final Map<String, String> sessions = new ConcurrentHashMap<>();
    private final Map<String, TokenIssued> tokens = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final TestMongo mongo = TestMongo.embedded();
    private final EventPublisher publisher = new EventPublisher(TestBroker.producer());
    private final ConfigurableApplicationContext context;

    public ReportServer() {
        this("");
    }

    /** A server, with the tools of assistants, that asks a scoring service at this address. */
    public ReportServer(String scoringUrl) {
        this(scoringUrl, "");
    }

    /** A server, with the tools of assistants, that asks a scoring service and sends actions to an ingest service at these addresses. */
    public ReportServer(String scoringUrl, String ingestUrl) {
        this(scoringUrl, ingestUrl, List.of());
    }

    /** A server, with the tools of assistants and with more settings, as {@code --name=value}. */
    public ReportServer(String scoringUrl, String ingestUrl, List<String> more) {
        var settings = new ArrayList<>(more);
        settings.addAll(List.of(
                "--rapport.scoring-url=" + scoringUrl,
                "--rapport.ingest-url=" + ingestUrl,
                "--rapport.mcp.enabled=" + !(scoringUrl + ingestUrl).isEmpty(),
                "--server.port=0",
                "--rapport.admin-token=" + ADMIN,
                "--rapport.topics.partitions=3",
                "--spring.kafka.properties.max.block.ms=60000",
                "--rapport.hash-key=" + HASH_KEY,
                "--rapport.secrets-key=a key for secrets of webhooks",
                "--rapport.webhooks.allow-loopback=true",
                "--rapport.webhooks.interval=100ms",
                "--rapport.webhooks.first-backoff=100ms",
                "--spring.kafka.bootstrap-servers=" + TestBroker.bootstrap(),
                "--spring.mongodb.uri=" + mongo.uri()));
        if (more.stream().noneMatch(each -> each.startsWith("--rapport.months.max-age="))) {
            // Tests publish what a month shows just before they read it.
            settings.add("--rapport.months.max-age=0s");
        }
        context = ReportApplication.application().run(settings.toArray(String[]::new));
    }

    public String url() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    public ReportServer publish(RelationshipScoreChanged state) {
        var key = state.brandKey().key(state.person().toString());
        publish(Topic.RELATIONSHIP_CHANGES, key, state, state.sequence());
        return publish(Topic.RELATIONSHIP_CURRENT, key, state, state.sequence());
    }

    public ReportServer withdraw(BrandKey brand, UUID person) {
        return publish(Topic.RELATIONSHIP_CURRENT, brand.key(person.toString()), null, 1000);
    }

    public ReportServer publish(BrandScoreChanged state) {
        return publish(Topic.BRAND_CURRENT, state.brandKey().key(), state, state.sequence());
    }

    public ReportServer publish(HandleAssigned state) {
        return publish(Topic.IDENTITY_ASSIGNED, state.handleKey().key(), state, state.version());
    }

    public ReportServer publish(PersonDescribed state) {
        return publish(
                Topic.IDENTITY_PERSON, state.brandKey().key(state.person().toString()), state, state.version());
    }

    public ReportServer publish(EngagementReceived event) {
        return publish(Topic.ENGAGEMENT_RECEIVED, event.handleKey().key(), event, 1);
    }

    public ReportServer publish(SentimentSpreadChanged state) {
        return publish(Topic.SPREAD_CURRENT, state.brandKey().key(), state, state.sequence());
    }

    public ReportServer publish(ContentMeasured state) {
        return publish(Topic.CONTENT_CURRENT, state.brandKey().key(state.channel()), state, state.sequence());
    }

    public ReportServer publish(SentimentJudged event) {
        var key = new HandleKey(event.brandKey(), event.channel(), event.handle()).key();
        return publish(Topic.SENTIMENT_JUDGED, key, event, event.at().toEpochMilli());
    }

    public ReportServer register(BrandKey brand, String name) {
        var registered = BrandRegisteredBuilder.builder()
                .agency(brand.agency())
                .brand(brand.brand())
                .name(name)
                .timeZone("UTC")
                .clock(BrandClock.EVENT)
                .staff(List.of())
                .paidMarkers(List.of())
                .version(1)
                .at(Instant.now())
                .build();
        publish(Topic.BRAND_REGISTERED, brand.key(), registered, 1);
        var catalogue = context.getBean(BrandCatalogue.class);
        await().ignoreExceptions().until(() -> catalogue.find(brand) != null);
        return this;
    }

    /**
     * Issues a token.
     *
     * @throws IllegalArgumentException if a test of another agency, other brands or another scope issued it: they share the broker,
     *     and a server that starts later reads all tokens
     */
    public ReportServer issue(String agency, String token, Set<String> brands, Scope scope) {
        var access = List.of(agency, brands, scope);
        if (!access.equals(ISSUED.computeIfAbsent(token, first -> access))) {
            throw new IllegalArgumentException("Another test issued '" + token + "' with " + ISSUED.get(token));
        }
        var issued = new TokenIssued(
                agency,
                UUID.randomUUID(),
                token,
                TokenDirectory.hash(token),
                brands,
                Set.of(scope),
                Instant.now(),
                null);
        publish(Topic.TOKEN_ISSUED, issued.key(), issued, 1);
        tokens.put(token, issued);
        var directory = context.getBean(TokenDirectory.class);
        await().ignoreExceptions().until(() -> directory.byHash(issued.hash()).isPresent());
        return this;
    }

    /** Revokes an issued token, and waits until the service knows it. */
    ReportServer revoke(String token) {
        var issued = Objects.requireNonNull(tokens.get(token));
        publish(Topic.TOKEN_ISSUED, issued.key(), null, 2);
        var directory = context.getBean(TokenDirectory.class);
        await().until(() -> directory.byHash(issued.hash()).isEmpty());
        return this;
    }

    /** Closes the session that was opened with a token, and waits until the service knows it. */
    ReportServer signOut(String token) {
        var cookie = session(token);
        form("/sign-out", token, "same-origin", "");
        sessions.remove(token);
        await().until(() -> send(HttpRequest.newBuilder(URI.create(url() + "/v1/agencies/east/brands"))
                                .header("Cookie", cookie))
                        .status()
                == 401);
        return this;
    }

    /** Deletes a brand, and waits until the service knows it. */
    ReportServer delete(BrandKey brand) {
        publish(Topic.BRAND_REGISTERED, brand.key(), null, 2);
        var catalogue = context.getBean(BrandCatalogue.class);
        await().until(() -> catalogue.find(brand) == null);
        return this;
    }

    /** Waits until everything that was published is projected. */
    public ReportServer awaitProjections() {
        var generation = store().prepare();
        ProjectionAwait.await(context.getBean(ReportProjections.class).all(generation));
        return this;
    }

    /** Waits until the service reports readiness. */
    public ReportServer awaitReadiness() {
        await().until(() -> get("/actuator/health/readiness", null, "*/*").status() == 200);
        return this;
    }

    /** Publishes a record to a topic. */
    public ReportServer publish(Topic topic, String key, @Nullable Object value, long n) {
        var bytes = value == null ? null : Json.mapper().writeValueAsBytes(value);
        publisher
                .publish(topic.name(), bytes, CloudEvent.state(topic, "test", key, n, Instant.now()))
                .join();
        return this;
    }

    /** A response, with its body as text or JSON. */
    public record HttpAnswer(int status, String body, Map<String, List<String>> headers) {

        @SuppressWarnings("unchecked")
        public Map<String, Object> json() {
            return Json.mapper().readValue(body, Map.class);
        }

        @SuppressWarnings("unchecked")
        public List<Map<String, Object>> items() {
            return (List<Map<String, Object>>) json().get("items");
        }
    }

    public HttpAnswer get(String path) {
        return get(path, ADMIN, "application/json");
    }

    /** Requests a page as a signed-in browser does. */
    public HttpAnswer page(String path) {
        return get(path, ADMIN, "text/html");
    }

    public HttpAnswer get(String path, @Nullable String token, String accept) {
        var request = HttpRequest.newBuilder(URI.create(url() + path)).header("Accept", accept);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request);
    }

    /** Requests a page as the browser of a Norwegian reader does. */
    public HttpAnswer norwegianPage(String path) {
        return send(HttpRequest.newBuilder(URI.create(url() + path))
                .header("Accept", "text/html,*/*;q=0.1")
                .header("Accept-Language", NORWEGIAN)
                .header("Authorization", "Bearer " + ADMIN));
    }

    /** Requests a file as bytes. */
    public HttpResponse<byte[]> download(String path, String accept) {
        return download(path, accept, "en");
    }

    /** Requests a file as bytes, as a reader of this language does. */
    public HttpResponse<byte[]> download(String path, String accept, String language) {
        var request = HttpRequest.newBuilder(URI.create(url() + path))
                .header("Accept", accept)
                .header("Accept-Language", language)
                .header("Authorization", "Bearer " + ADMIN)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpAnswer post(String path, String token, String json) {
        return send(HttpRequest.newBuilder(URI.create(url() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public HttpAnswer delete(String path, String token) {
        return send(HttpRequest.newBuilder(URI.create(url() + path))
                .header("Authorization", "Bearer " + token)
                .DELETE());
    }

    public HttpAnswer put(String path, String token, String json) {
        return send(HttpRequest.newBuilder(URI.create(url() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Sends a file with PUT, or with POST to a path of imports. */
    public HttpAnswer upload(String path, String token, String type, byte[] file) {
        return send(HttpRequest.newBuilder(URI.create(url() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .method(path.endsWith("/imports") ? "POST" : "PUT", HttpRequest.BodyPublishers.ofByteArray(file)));
    }

    /** Submits the form of a page as a signed-in browser does. */
    public HttpAnswer form(String path, String token, String site, String body) {
        return send(HttpRequest.newBuilder(URI.create(url() + path))
                .header("Cookie", session(token))
                .header("Sec-Fetch-Site", site)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The Authorization header by which the service acts for the user who has signed in with a token. */
    String authorizationOf(String token) {
        return "Bearer " + session(token).replaceFirst("^[^=]*=", "");
    }

    /** Whether the service has the beans of a type. */
    boolean has(Class<?> type) {
        return context.getBeanProvider(type).stream().findAny().isPresent();
    }

    /** The cookie of a session that is opened with a token; no session for an unknown token. */
    String session(String token) {
        var known = sessions.get(token);
        if (known != null) {
            return known;
        }
        var response = send(HttpRequest.newBuilder(URI.create(url() + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("token=" + token)));
        response.headers()
                .getOrDefault("set-cookie", List.of())
                .forEach(cookie -> sessions.put(token, cookie.replaceAll(";.*", "")));
        return sessions.getOrDefault(token, "rapport_session=rps_unknown");
    }

    /** The store of the service. */
    public MongoReportStore store() {
        return context.getBean(MongoReportStore.class);
    }

    HttpAnswer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new HttpAnswer(
                    response.statusCode(), response.body(), response.headers().map());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        publisher.destroy();
        context.close();
        mongo.close();
    }
}
