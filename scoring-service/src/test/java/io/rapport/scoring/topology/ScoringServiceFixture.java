package io.rapport.scoring.topology;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.contracts.sentiment.SentimentCorrected;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.messaging.publish.CloudEvent;
import io.rapport.messaging.publish.EventPublisher;
import io.rapport.scoring.ScoringApplication;
import io.rapport.test.TestBroker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Runs the service on a real broker, sends events and reads what it published. */
final class ScoringServiceFixture implements AutoCloseable {

    static final String TOKEN = "installation-administrator";

    private final HttpClient http = HttpClient.newHttpClient();
    private final EventPublisher publisher = new EventPublisher(TestBroker.producer());
    private final Path stateDir;
    private final String[] properties;
    private ConfigurableApplicationContext service;

    ScoringServiceFixture(Path stateDir, String... properties) {
        this.stateDir = stateDir;
        this.properties = properties;
        this.service = run();
    }

    void restart() {
        stop();
        service = run();
    }

    void stop() {
        service.close();
    }

    void start() {
        service = run();
    }

    @Override
    public void close() {
        stop();
        publisher.destroy();
    }

    void register(BrandRegistered brand) {
        send(Topic.BRAND_REGISTERED, brand.brandKey().key(), brand, BrandRegistered.class);
    }

    void receive(EngagementReceived engagement) {
        send(Topic.ENGAGEMENT_RECEIVED, engagement.handleKey().key(), engagement, EngagementReceived.class);
    }

    void assign(HandleAssigned assignment) {
        send(Topic.IDENTITY_ASSIGNED, assignment.handleKey().key(), assignment, HandleAssigned.class);
    }

    void describe(PersonDescribed person) {
        var key = person.brandKey().key(person.person().toString());
        send(Topic.IDENTITY_PERSON, key, person, PersonDescribed.class);
    }

    void correct(SentimentCorrected correction) {
        var handle = new HandleKey(correction.brandKey(), correction.channel(), correction.handle());
        send(Topic.SENTIMENT_CORRECTED, handle.key(), correction, SentimentCorrected.class);
    }

    void send(Topic topic, String key, byte[] value) {
        var event = CloudEvent.state(topic, "test", key, 1, java.time.Instant.now());
        try {
            publisher.publish(topic.name(), value, event).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, RelationshipScoreChanged> people() {
        return people(ScoringEventFixtures.BRAND);
    }

    /** Returns all people of a brand. */
    Map<String, RelationshipScoreChanged> people(BrandKey brand) {
        var serde = new JsonSerde<>(RelationshipScoreChanged.class);
        var people = new HashMap<String, RelationshipScoreChanged>();
        for (var record : read(Topic.RELATIONSHIP_CURRENT.name())) {
            people.put(record.key(), serde.read(record.value()));
        }
        people.values().removeIf(java.util.Objects::isNull);
        people.keySet().removeIf(key -> !BrandKey.of(key).equals(brand));
        return people;
    }

    BrandScoreChanged brand() {
        return brand(ScoringEventFixtures.BRAND);
    }

    BrandScoreChanged brand(BrandKey brand) {
        var serde = new JsonSerde<>(BrandScoreChanged.class);
        BrandScoreChanged last = null;
        for (var record : read(Topic.BRAND_CURRENT.name())) {
            if (record.key().equals(brand.key())) {
                last = serde.read(record.value());
            }
        }
        return last;
    }

    /** Returns all committed records of a topic, in order by key. */
    List<ConsumerRecord<String, byte[]>> read(String topic) {
        var settings = TestBroker.client();
        settings.put("isolation.level", "read_committed");
        try (var reader = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = reader.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            var ends = reader.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(each -> reader.position(each) < ends.get(each))) {
                reader.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    int status(String path, String token) {
        return get(path, token).statusCode();
    }

    String body(String path, String token) {
        return get(path, token).body();
    }

    java.net.http.HttpResponse<String> post(String path, String json) {
        return answer(request(path, TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    java.net.http.HttpResponse<String> put(String path, String json) {
        return answer(request(path, TOKEN)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    java.net.http.HttpResponse<String> get(String path, String token) {
        return answer(request(path, token));
    }

    private HttpRequest.Builder request(String path, String token) {
        var port = ((WebServerApplicationContext) service).getWebServer().getPort();
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token);
    }

    private java.net.http.HttpResponse<String> answer(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> void send(Topic topic, String key, T value, Class<T> type) {
        send(topic, key, new JsonSerde<>(type).write(value));
    }

    private ConfigurableApplicationContext run() {
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + TestBroker.bootstrap(),
                "--rapport.admin-token=" + TOKEN,
                "--rapport.topics.partitions=3",
                "--spring.kafka.properties.max.block.ms=60000",
                "--rapport.streams.state-dir=" + stateDir));
        arguments.addAll(List.of(properties));
        var context = ScoringApplication.application().run(arguments.toArray(String[]::new));
        service = context;
        Awaitility.await().until(() -> status("/actuator/health/readiness", "") == 200);
        return context;
    }
}
