package io.rapport.scoring.topology;

import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.identity.Suppressions;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.messaging.JsonSerde;
import io.rapport.scoring.domain.ScoringModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;

/** The whole topology on Kafka's test driver, with a clock that tests turn, and what it published so far. */
final class ScoringStream implements AutoCloseable {

    static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    static final String DEAD_LETTERS = "rapport.scoring.dead-letter.v1";

    private static final Duration TICK = Duration.ofMillis(100);

    final Map<String, RelationshipScoreChanged> people = new HashMap<>();
    final Map<String, BrandScoreChanged> brands = new HashMap<>();
    final CountedWork counters = new CountedWork();
    final Suppressions suppressions;

    private final TopologyTestDriver driver;
    private final Map<Topic, TestInputTopic<String, byte[]>> inputs = new HashMap<>();
    private final Map<Topic, List<TestRecord<String, byte[]>>> outputs = new HashMap<>();
    private Instant now = START;

    ScoringStream() {
        this(new Suppressions("a secret for tests"));
    }

    ScoringStream(Suppressions suppressions) {
        this.suppressions = suppressions;
        var settings = StreamsSettings.complete(given(), DEAD_LETTERS, counters);
        // The driver flushes after every record, which is slow on disk; ScoringIT runs on the stores of production.
        var topology = new ScoringTopology(
                        ScoringModel.standard(), counters, suppressions, Stores::inMemoryKeyValueStore)
                .declare(settings);
        var properties = new Properties();
        properties.putAll(settings.originals());
        driver = new TopologyTestDriver(topology, properties, START);
    }

    static Map<String, Object> given() {
        return Map.of(
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                "unused:1",
                StreamsConfig.STATE_DIR_CONFIG,
                "target/topology-test/" + UUID.randomUUID());
    }

    ScoringStream register(BrandRegistered brand) {
        put(Topic.BRAND_REGISTERED, brand.brandKey().key(), brand, BrandRegistered.class);
        return settle();
    }

    ScoringStream receive(EngagementReceived... engagements) {
        for (var engagement : engagements) {
            put(Topic.ENGAGEMENT_RECEIVED, engagement.handleKey().key(), engagement, EngagementReceived.class);
        }
        return this;
    }

    ScoringStream assign(HandleAssigned... assignments) {
        for (var assignment : assignments) {
            put(Topic.IDENTITY_ASSIGNED, assignment.handleKey().key(), assignment, HandleAssigned.class);
        }
        return this;
    }

    ScoringStream describe(PersonDescribed... described) {
        for (var person : described) {
            put(
                    Topic.IDENTITY_PERSON,
                    person.brandKey().key(person.person().toString()),
                    person,
                    PersonDescribed.class);
        }
        return this;
    }

    /** Publishes the tombstones of handles and people, as identity does. */
    ScoringStream erase(List<String> handles, List<String> people) {
        handles.forEach(
                handle -> put(Topic.IDENTITY_ASSIGNED, Events.handle(handle).key(), null));
        people.forEach(person -> put(Topic.IDENTITY_PERSON, Events.personKey(person), null));
        return this;
    }

    void put(Topic topic, String key, byte[] value) {
        inputs.computeIfAbsent(
                        topic,
                        t -> driver.createInputTopic(t.name(), new StringSerializer(), new ByteArraySerializer()))
                .pipeInput(key, value, now);
    }

    private <T> void put(Topic topic, String key, T value, Class<T> type) {
        put(topic, key, new JsonSerde<>(type).write(value));
    }

    /** Lets three seconds pass: by then nothing is deferred any more. */
    ScoringStream settle() {
        return pass(Duration.ofSeconds(3));
    }

    /** Lets time pass, in ticks. */
    ScoringStream pass(Duration time) {
        for (var left = time; left.compareTo(Duration.ZERO) > 0; left = left.minus(TICK)) {
            now = now.plus(TICK);
            driver.advanceWallClockTime(TICK);
        }
        collect();
        return this;
    }

    /** Lets time pass, all at once. */
    ScoringStream jump(Duration time) {
        now = now.plus(time);
        driver.advanceWallClockTime(time);
        return settle();
    }

    RelationshipScoreChanged person(String name) {
        collect();
        return people.get(Events.personKey(name));
    }

    BrandScoreChanged brand() {
        collect();
        return brands.get(Events.BRAND.key());
    }

    /** Everything published on a topic so far. */
    List<TestRecord<String, byte[]>> published(Topic topic) {
        collect();
        return outputs.getOrDefault(topic, List.of());
    }

    /** Every state of a person on a topic so far; a tombstone is null. */
    List<RelationshipScoreChanged> states(Topic topic, String person) {
        var serde = new JsonSerde<>(RelationshipScoreChanged.class);
        var states = new ArrayList<RelationshipScoreChanged>();
        for (var record : published(topic)) {
            if (record.key().equals(Events.personKey(person))) {
                states.add(serde.read(record.value()));
            }
        }
        return states;
    }

    List<TestRecord<String, byte[]>> deadLetters() {
        return driver.createOutputTopic(DEAD_LETTERS, new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    @Override
    public void close() {
        driver.close();
    }

    private void collect() {
        for (var topic : List.of(
                Topic.RELATIONSHIP_CURRENT,
                Topic.RELATIONSHIP_CHANGES,
                Topic.BRAND_CURRENT,
                Topic.BRAND_CHANGES,
                Topic.BRAND_DAY,
                Topic.CONTENT_CURRENT,
                Topic.ENGAGEMENT_REJECTED,
                Topic.ERASURE_DONE)) {
            var records = driver.createOutputTopic(topic.name(), new StringDeserializer(), new ByteArrayDeserializer())
                    .readRecordsToList();
            outputs.computeIfAbsent(topic, t -> new ArrayList<>()).addAll(records);
            records.forEach(record -> remember(topic, record));
        }
    }

    private void remember(Topic topic, TestRecord<String, byte[]> record) {
        if (topic == Topic.RELATIONSHIP_CURRENT) {
            people.put(record.key(), new JsonSerde<>(RelationshipScoreChanged.class).read(record.value()));
        } else if (topic == Topic.BRAND_CURRENT) {
            brands.put(record.key(), new JsonSerde<>(BrandScoreChanged.class).read(record.value()));
        }
    }
}
