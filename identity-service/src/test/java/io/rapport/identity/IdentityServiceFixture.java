package io.rapport.identity;

import com.mongodb.client.MongoClient;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.access.TokenIssued;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.BrandRegisteredBuilder;
import io.rapport.contracts.brand.StaffHandle;
import io.rapport.contracts.engagement.Actor;
import io.rapport.contracts.engagement.ActorBuilder;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementReceivedBuilder;
import io.rapport.contracts.identity.ClientDetailsBuilder;
import io.rapport.contracts.identity.ClientHandle;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.ClientListedBuilder;
import io.rapport.contracts.identity.Evidence;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.store.MatchReview;
import io.rapport.identity.domain.store.ReviewRepository;
import io.rapport.messaging.json.Json;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.messaging.publish.CloudEvent;
import io.rapport.messaging.publish.EventPublisher;
import io.rapport.test.TestBroker;
import io.rapport.web.auth.TokenDirectory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The running service with its broker and store, and an HTTP client. */
final class IdentityServiceFixture implements AutoCloseable {

    static final String TOKEN = "installation-administrator";
    private static final String DATABASE = "rapport_identity_pipeline";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Map<String, String> sessions = new ConcurrentHashMap<>();
    private final EventPublisher publisher = new EventPublisher(TestBroker.producer());
    private final @Nullable String outside;
    private @Nullable MongoServer store;
    private ConfigurableApplicationContext service;
    private ConnectionGate tap;

    IdentityServiceFixture() {
        this(null);
    }

    /** On a given MongoDB, whose database it drops on close; null for the embedded store. */
    IdentityServiceFixture(@Nullable String mongoUri) {
        this.outside = mongoUri;
    }

    void start() {
        if (outside == null) {
            store = new MongoServer(new MemoryBackend());
            // One thread: a reply is written before the next request changes its documents.
            store.bind(new InetSocketAddress("127.0.0.1", 0), 1, 1);
        }
        startService();
    }

    void restartWithEmptyStore() {
        service.close();
        if (store != null) {
            store.shutdownNow();
        }
        start();
    }

    /** Starts with an empty store that is unreachable until {@link ConnectionGate#open}. */
    ConnectionGate startWithClosedGate() throws IOException {
        store = new MongoServer(new MemoryBackend());
        tap = new ConnectionGate(store.bind());
        service = run(tap.uri());
        return tap;
    }

    /** Another instance on the same broker and store. */
    ConfigurableApplicationContext startPeer() {
        return run(store.getConnectionString());
    }

    private static ConfigurableApplicationContext run(String store) {
        return IdentityApplication.application()
                .run(
                        "--server.port=0",
                        "--spring.kafka.bootstrap-servers=" + TestBroker.bootstrap(),
                        "--spring.mongodb.uri=" + store,
                        "--rapport.identity.database=" + DATABASE,
                        "--rapport.hash-key=a secret of this installation",
                        "--rapport.email-hash-key=a secret of this installation",
                        "--rapport.admin-token=" + TOKEN,
                        "--rapport.topics.partitions=3",
                        "--spring.kafka.properties.max.block.ms=60000",
                        "--rapport.identity.recover-every=1s");
    }

    private void startService() {
        service = run(outside != null ? outside : store.getConnectionString());
        Awaitility.await().until(() -> plain("/actuator/health/readiness").status() == 200);
    }

    @Override
    public void close() {
        if (outside != null) {
            service.getBean(MongoClient.class).getDatabase(DATABASE).drop();
        }
        service.close();
        publisher.destroy();
        if (tap != null) {
            tap.close();
        }
        if (store != null) {
            store.shutdownNow();
        }
    }

    /** Saves a suggestion without matching. */
    UUID suggest(BrandKey brand, UUID one, UUID two) {
        var pair = MatchReview.PersonPair.of(new PersonKey(brand, one), new PersonKey(brand, two));
        var evidence =
                List.of(new Evidence("PRIOR", "before anything is compared", -2), new Evidence("LINK", "both", 3));
        var review = new MatchReview(pair, 0.73, 2, evidence, List.of(), Instant.now());
        service.getBean(ReviewRepository.class).save(List.of(review));
        return review.id();
    }

    void registerBrand(BrandKey brand, long version, HandleKey... staff) {
        var state = BrandRegisteredBuilder.builder()
                .agency(brand.agency())
                .brand(brand.brand())
                .name("A brand")
                .timeZone("UTC")
                .clock(BrandClock.LIVE)
                .staff(Stream.of(staff)
                        .map(handle -> new StaffHandle(handle.channel(), handle.handle()))
                        .toList())
                .paidMarkers(List.of())
                .version(version)
                .at(Instant.now())
                .build();
        send(Topic.BRAND_REGISTERED, BrandRegistered.class, state, brand.key());
        Awaitility.await().until(() -> get(brand, "/people").status() == 200);
    }

    void listClient(BrandKey brand, String client, String name, ClientHandle... handles) {
        var row = ClientListedBuilder.builder()
                .agency(brand.agency())
                .brand(brand.brand())
                .client(client)
                .name(name)
                .handles(List.of(handles))
                .fields(Map.of())
                .at(Instant.now())
                .build();
        send(Topic.CLIENT_LISTED, ClientListed.class, row, brand.key(client));
    }

    /** A row with an employer and a city. */
    void listClient(BrandKey brand, String client, String name, String organisation, String city) {
        var details = ClientDetailsBuilder.builder()
                .organisation(organisation)
                .city(city)
                .links(List.of())
                .build();
        var row = ClientListedBuilder.builder()
                .agency(brand.agency())
                .brand(brand.brand())
                .client(client)
                .name(name)
                .handles(List.of())
                .fields(Map.of())
                .at(Instant.now())
                .details(details)
                .build();
        send(Topic.CLIENT_LISTED, ClientListed.class, row, brand.key(client));
    }

    void engage(HandleKey handle, String name, String emailHash) {
        engage(
                handle,
                ActorBuilder.builder()
                        .id(handle.handle())
                        .name(name)
                        .emailHash(emailHash)
                        .build());
    }

    void engage(HandleKey handle, Actor actor) {
        engage(EngagementKind.COMMENT, Direction.INBOUND, handle, actor);
    }

    void posted(HandleKey handle) {
        var actor = ActorBuilder.builder().id(handle.handle()).name("the brand").build();
        engage(EngagementKind.POST, Direction.OUTBOUND, handle, actor);
    }

    private void engage(EngagementKind kind, Direction direction, HandleKey handle, Actor actor) {
        var now = Instant.now();
        var event = EngagementReceivedBuilder.builder()
                .id(UUID.randomUUID())
                .agency(handle.brand().agency())
                .brand(handle.brand().brand())
                .channel(handle.channel())
                .source("test")
                .sourceId(UUID.randomUUID().toString())
                .occurredAt(now)
                .receivedAt(now)
                .direction(direction)
                .kind(kind)
                .actor(actor)
                .build();
        send(Topic.ENGAGEMENT_RECEIVED, EngagementReceived.class, event, handle.key());
    }

    private <T> void send(Topic topic, Class<T> type, T value, String key) {
        var about = CloudEvent.state(topic, "test", key, 1, Instant.now());
        try {
            publisher
                    .publish(topic.name(), new JsonSerde<>(type).write(value), about)
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The newest assignment of each of a brand's handles on the topic. */
    Map<String, HandleAssigned> assignments(BrandKey brand) {
        return newest(Topic.IDENTITY_ASSIGNED, HandleAssigned.class, brand);
    }

    Map<String, PersonDescribed> people(BrandKey brand) {
        return newest(Topic.IDENTITY_PERSON, PersonDescribed.class, brand);
    }

    private static <T> Map<String, T> newest(Topic topic, Class<T> type, BrandKey brand) {
        var serde = new JsonSerde<>(type);
        var newest = new TreeMap<String, T>();
        try (var consumer =
                new KafkaConsumer<>(TestBroker.client(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    var key = new String(record.key());
                    if (key.startsWith(brand.rangeStart())) {
                        newest.put(key, serde.read(record.value()));
                    }
                });
            }
        }
        return newest;
    }

    record HttpReply(int status, String body, String location) {
        JsonNode json() {
            return Json.mapper().readTree(body);
        }
    }

    HttpReply get(BrandKey brand, String path) {
        return plain("/v1/agencies/" + brand.agency() + "/brands/" + brand.brand() + path);
    }

    HttpReply post(BrandKey brand, String path, String body) {
        var uri = "/v1/agencies/" + brand.agency() + "/brands/" + brand.brand() + path;
        return send(request(uri).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    HttpReply put(BrandKey brand, String path, String body) {
        var uri = "/v1/agencies/" + brand.agency() + "/brands/" + brand.brand() + path;
        return send(request(uri).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
    }

    /** Issues an access token of an agency. */
    void issueToken(String agency, String token, Set<String> brands, Scope scope) {
        var issued = new TokenIssued(
                agency,
                UUID.randomUUID(),
                token,
                TokenDirectory.hash(token),
                brands,
                Set.of(scope),
                Instant.now(),
                null);
        send(Topic.TOKEN_ISSUED, TokenIssued.class, issued, issued.key());
    }

    String url() {
        var port = ((WebServerApplicationContext) service).getWebServer().getPort();
        return "http://localhost:" + port;
    }

    /** Requests a page with a session cookie. */
    HttpReply page(String path, String token) {
        return send(HttpRequest.newBuilder(URI.create(url() + path))
                .header("Cookie", session(token))
                .header("Accept", "text/html")
                .GET());
    }

    /** Submits a form with a session cookie. */
    HttpReply form(String path, String token, String site, String body) {
        return send(HttpRequest.newBuilder(URI.create(url() + path))
                .header("Cookie", session(token))
                .header("Sec-Fetch-Site", site)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** The cookie of a session that is opened with a token; no session for an unknown token. */
    private String session(String token) {
        var known = sessions.get(token);
        if (known != null) {
            return known;
        }
        var request = HttpRequest.newBuilder(URI.create(url() + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("token=" + token))
                .build();
        try {
            var cookie = CLIENT.send(request, BodyHandlers.ofString()).headers().firstValue("Set-Cookie");
            cookie.ifPresent(value -> sessions.put(token, value.replaceAll(";.*", "")));
            return sessions.getOrDefault(token, "rapport_session=rps_unknown");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpReply plain(String path) {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path)).header("Authorization", "Bearer " + TOKEN);
    }

    private static HttpReply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new HttpReply(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Location").orElse(""));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
