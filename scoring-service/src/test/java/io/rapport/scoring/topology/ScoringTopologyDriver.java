package io.rapport.scoring.topology;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandDaySet;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.conversation.ConversationDismissed;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.contracts.model.ModelActivated;
import io.rapport.contracts.model.ModelPublished;
import io.rapport.contracts.model.PreviewRequested;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.contracts.sentiment.SentimentCorrected;
import io.rapport.contracts.sentiment.SentimentSpreadChanged;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.scoring.domain.model.InMemoryModelRepository;
import io.rapport.scoring.domain.model.ModelRegistry;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.query.ContentQueries;
import io.rapport.scoring.query.DayQueries;
import io.rapport.scoring.query.LedgerOwners;
import io.rapport.scoring.query.LedgerScatter;
import io.rapport.scoring.query.LocalLedgerQueries;
import io.rapport.scoring.query.PassThrottle;
import io.rapport.scoring.query.PeriodQueries;
import io.rapport.scoring.sentiment.SentimentAnalyser;
import io.rapport.scoring.sentiment.SentimentJudgement;
import io.rapport.scoring.topology.query.StateStoreLedgerReader;
import io.rapport.scoring.topology.query.StoreAccess;
import io.rapport.scoring.topology.state.LargeStoreSupplier;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.internals.WrappedStateStore;
import org.apache.kafka.streams.test.TestRecord;

/** Runs the topology on the test driver, with a controlled clock, and collects what it published. */
final class ScoringTopologyDriver implements AutoCloseable {

    static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    static final String DEAD_LETTERS = "rapport.scoring.dead-letter.v1";

    static final SentimentAnalyser ANALYSER = new SentimentAnalyser();
    private static final Duration TICK = Duration.ofMillis(100);

    final Map<String, RelationshipScoreChanged> people = new HashMap<>();
    final Map<String, BrandScoreChanged> brands = new HashMap<>();
    final RecordingScoringCounters counters = new RecordingScoringCounters();
    static final String SECRET = "a secret for tests";

    final SuppressionHashes suppressions;

    private final TopologyTestDriver driver;
    private final Map<Topic, TestInputTopic<String, byte[]>> inputs = new HashMap<>();
    private final Map<Topic, List<TestRecord<String, byte[]>>> outputs = new HashMap<>();
    private final Map<String, List<KeyValue<String, byte[]>>> sentOn = new HashMap<>();
    private Instant now;
    private long activations;

    ScoringTopologyDriver() {
        this(ANALYSER::judge, Stores::inMemoryKeyValueStore);
    }

    ScoringTopologyDriver(SuppressionHashes suppressions) {
        this(START, ANALYSER::judge, suppressions, Stores::inMemoryKeyValueStore);
    }

    ScoringTopologyDriver(Function<String, SentimentJudgement> analyser, LargeStoreSupplier stores) {
        this(START, analyser, new SuppressionHashes(SECRET), stores);
    }

    private ScoringTopologyDriver(
            Instant start,
            Function<String, SentimentJudgement> analyser,
            SuppressionHashes suppressions,
            LargeStoreSupplier stores) {
        this.suppressions = suppressions;
        now = start;
        var settings = ScoringStreamsSettings.complete(given(), DEAD_LETTERS, counters);
        // The driver flushes after every record, which is slow on disk; ScoringIT runs on the stores of production.
        var topology = new ScoringTopology(counters, analyser, suppressions, stores).build(settings);
        var properties = new Properties();
        properties.putAll(settings.originals());
        driver = new TopologyTestDriver(topology, properties, start);
    }

    /** Returns a driver that continues with the same stores, as after a restore. */
    ScoringTopologyDriver restarted() {
        var again = new ScoringTopologyDriver(now, ANALYSER::judge, suppressions, Stores::inMemoryKeyValueStore);
        var stores = again.driver.getAllStateStores();
        for (var store : driver.getAllStateStores().entrySet()) {
            var restored = bytes(stores.get(store.getKey()));
            try (var all = bytes(store.getValue()).all()) {
                all.forEachRemaining(entry -> restored.put(entry.key, entry.value));
            }
        }
        return again;
    }

    /** Returns the store below its cache and serdes, which is what a restore gives. */
    @SuppressWarnings("unchecked")
    private static KeyValueStore<Bytes, byte[]> bytes(StateStore store) {
        var inner = store;
        while (inner instanceof WrappedStateStore<?, ?, ?> wrapped) {
            inner = wrapped.wrapped();
        }
        return (KeyValueStore<Bytes, byte[]>) inner;
    }

    static Map<String, Object> given() {
        return Map.of(
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                "unused:1",
                StreamsConfig.STATE_DIR_CONFIG,
                "target/topology-test/" + UUID.randomUUID());
    }

    ScoringTopologyDriver register(BrandRegistered brand) {
        put(Topic.BRAND_REGISTERED, brand.brandKey().key(), brand, BrandRegistered.class);
        return settle();
    }

    ScoringTopologyDriver receive(EngagementReceived... engagements) {
        for (var engagement : engagements) {
            put(Topic.ENGAGEMENT_RECEIVED, engagement.handleKey().key(), engagement, EngagementReceived.class);
        }
        return this;
    }

    ScoringTopologyDriver assign(HandleAssigned... assignments) {
        for (var assignment : assignments) {
            put(Topic.IDENTITY_ASSIGNED, assignment.handleKey().key(), assignment, HandleAssigned.class);
        }
        return this;
    }

    ScoringTopologyDriver describe(PersonDescribed... described) {
        for (var person : described) {
            put(
                    Topic.IDENTITY_PERSON,
                    person.brandKey().key(person.person().toString()),
                    person,
                    PersonDescribed.class);
        }
        return this;
    }

    ScoringTopologyDriver correct(SentimentCorrected... corrections) {
        for (var correction : corrections) {
            var handle = new HandleKey(correction.brandKey(), correction.channel(), correction.handle());
            put(Topic.SENTIMENT_CORRECTED, handle.key(), correction, SentimentCorrected.class);
        }
        return this;
    }

    /** Sets the day of the brand, as an administrator does. */
    ScoringTopologyDriver setDay(String day) {
        var brand = ScoringEventFixtures.BRAND;
        var set = new BrandDaySet(brand.agency(), brand.brand(), LocalDate.parse(day), "ops", "a test event", now);
        put(Topic.BRAND_DAY_SET, brand.key(), set, BrandDaySet.class);
        return this;
    }

    ScoringTopologyDriver dismiss(ConversationDismissed... dismissals) {
        for (var dismissal : dismissals) {
            put(Topic.CONVERSATION_DISMISSED, dismissal.handleKey().key(), dismissal, ConversationDismissed.class);
        }
        return this;
    }

    ScoringTopologyDriver publish(ScoringModel model) {
        var published = model.published(ScoringEventFixtures.BRAND, "ops", now);
        put(Topic.MODEL_PUBLISHED, published.key(), published, ModelPublished.class);
        return this;
    }

    ScoringTopologyDriver activate(String version) {
        var activated = new ModelActivated(
                ScoringEventFixtures.BRAND.agency(),
                ScoringEventFixtures.BRAND.brand(),
                version,
                "ops",
                null,
                now,
                ++activations);
        put(Topic.MODEL_ACTIVATED, ScoringEventFixtures.BRAND.key(), activated, ModelActivated.class);
        return this;
    }

    ScoringTopologyDriver preview(String version, String active, String asOf) {
        var requested = new PreviewRequested(
                ScoringEventFixtures.BRAND.agency(),
                ScoringEventFixtures.BRAND.brand(),
                UUID.randomUUID(),
                version,
                active,
                LocalDate.parse(asOf),
                "ops",
                now);
        put(Topic.PREVIEW_REQUESTED, ScoringEventFixtures.BRAND.key(), requested, PreviewRequested.class);
        return this;
    }

    /** Returns the queries of this driver's stores, as of an instance that owns all partitions. */
    DayQueries queries() {
        return queries(new SingleLedgerOwner());
    }

    /** Returns queries that ask the owner for the shares of each pass. */
    DayQueries queries(LedgerOwners owners) {
        return new DayQueries(owners, scatter(), new ModelRegistry(new InMemoryModelRepository()));
    }

    /** Returns the queries of periods. */
    PeriodQueries periods() {
        return new PeriodQueries(queries(), new SingleLedgerOwner(), scatter());
    }

    /** Returns the queries of posts. */
    ContentQueries contents() {
        return new ContentQueries(queries(), new SingleLedgerOwner(), scatter());
    }

    private LedgerScatter scatter() {
        var models = new ModelRegistry(new InMemoryModelRepository());
        var reader = new StateStoreLedgerReader(new StoreAccess() {
            @Override
            public <V> ReadOnlyKeyValueStore<String, V> store(String name, int partition) {
                return driver.getKeyValueStore(name);
            }
        });
        var local = new LocalLedgerQueries(reader, models, new PassThrottle(1, 1, () -> false));
        return new LedgerScatter(local, peer -> local);
    }

    /** Returns all states of a brand on a topic. */
    <T> List<T> told(Topic topic, Class<T> type) {
        var serde = new JsonSerde<>(type);
        return published(topic).stream()
                .map(record -> Objects.requireNonNull(serde.read(record.value())))
                .toList();
    }

    /** Publishes the tombstones of handles and people, as identity does. */
    ScoringTopologyDriver erase(List<String> handles, List<String> people) {
        handles.forEach(handle ->
                put(Topic.IDENTITY_ASSIGNED, ScoringEventFixtures.handle(handle).key(), null));
        people.forEach(person -> put(Topic.IDENTITY_PERSON, ScoringEventFixtures.personKey(person), null));
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

    /** Advances the clock by three seconds, after which nothing is deferred. */
    ScoringTopologyDriver settle() {
        return pass(Duration.ofSeconds(3));
    }

    /** Advances the clock in ticks. */
    ScoringTopologyDriver pass(Duration time) {
        for (var left = time; left.compareTo(Duration.ZERO) > 0; left = left.minus(TICK)) {
            now = now.plus(TICK);
            driver.advanceWallClockTime(TICK);
        }
        collect();
        return this;
    }

    /** Advances the clock in one step. */
    ScoringTopologyDriver jump(Duration time) {
        now = now.plus(time);
        driver.advanceWallClockTime(time);
        return settle();
    }

    /** Returns the entries of a store. */
    <V> Map<String, V> contents(String store) {
        var contents = new TreeMap<String, V>();
        try (var all = driver.<String, V>getKeyValueStore(store).all()) {
            all.forEachRemaining(entry -> contents.put(entry.key, entry.value));
        }
        return contents;
    }

    /** Removes the entries of a store, as a build that does not have it yet leaves it. */
    ScoringTopologyDriver emptied(String store) {
        contents(store).keySet().forEach(key -> driver.getKeyValueStore(store).delete(key));
        return this;
    }

    /** Returns the number of entries of a store. */
    int entries(String store) {
        var entries = 0;
        try (var all = driver.getKeyValueStore(store).all()) {
            while (all.hasNext()) {
                all.next();
                entries++;
            }
        }
        return entries;
    }

    RelationshipScoreChanged person(String name) {
        collect();
        return people.get(ScoringEventFixtures.personKey(name));
    }

    BrandScoreChanged brand() {
        collect();
        return brands.get(ScoringEventFixtures.BRAND.key());
    }

    /** Returns the last published spread. */
    SentimentSpreadChanged spread() {
        var all = spreads(Topic.SPREAD_CURRENT);
        return all.get(all.size() - 1);
    }

    List<SentimentSpreadChanged> spreads(Topic topic) {
        var serde = new JsonSerde<>(SentimentSpreadChanged.class);
        return published(topic).stream()
                .map(record -> serde.read(record.value()))
                .toList();
    }

    /** Returns all records published on a topic. */
    List<TestRecord<String, byte[]>> published(Topic topic) {
        collect();
        return outputs.getOrDefault(topic, List.of());
    }

    /** Returns all states of a person on a topic; null for a tombstone. */
    List<RelationshipScoreChanged> states(Topic topic, String person) {
        var serde = new JsonSerde<>(RelationshipScoreChanged.class);
        var states = new ArrayList<RelationshipScoreChanged>();
        for (var record : published(topic)) {
            if (record.key().equals(ScoringEventFixtures.personKey(person))) {
                states.add(serde.read(record.value()));
            }
        }
        return states;
    }

    /** Sends a record to a stage directly, by its repartition topic. */
    <T> void sendTo(String name, String key, T value, Serde<T> serde) {
        var topic = ScoringStreamsSettings.APPLICATION + "-" + name + "-repartition";
        driver.createInputTopic(topic, new StringSerializer(), serde.serializer())
                .pipeInput(key, value, now);
    }

    /** Returns the number of records of a key on a repartition topic. */
    int sentOn(String name, String key) {
        var topic = ScoringStreamsSettings.APPLICATION + "-" + name + "-repartition";
        sentOn.computeIfAbsent(topic, t -> new ArrayList<>())
                .addAll(driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
                        .readKeyValuesToList());
        return (int) sentOn.get(topic).stream()
                .filter(record -> record.key.equals(key))
                .count();
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
                Topic.TIE_CURRENT,
                Topic.SENTIMENT_JUDGED,
                Topic.SPREAD_CURRENT,
                Topic.SPREAD_CHANGES,
                Topic.MODEL_ACTIVATED,
                Topic.MODEL_RESCORED,
                Topic.PREVIEW_COMPUTED,
                Topic.ERASURE_DONE,
                Topic.ENGAGEMENT_REJECTED)) {
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
