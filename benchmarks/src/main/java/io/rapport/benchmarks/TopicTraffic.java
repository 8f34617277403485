package io.rapport.benchmarks;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.engagement.Actor;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementContent;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.identity.AssignmentStatus;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.HandleProfile;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.messaging.publish.CloudEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * What ingest and identity would write to scoring's topics: ten brands and any number of handles, the same at every run.
 * Each handle's first engagement is of any of ninety days, in no order, so that brands' days come with the first of them.
 * What comes later is of the last day, but for one in fifty that is late.
 */
final class TopicTraffic implements AutoCloseable {

    static final int BRANDS = 10;

    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final int DAYS = 90;
    private static final long STRIDE = 7_368_787;
    private static final List<EngagementKind> KINDS = List.of(
            EngagementKind.COMMENT,
            EngagementKind.REACTION,
            EngagementKind.MENTION,
            EngagementKind.SHARE,
            EngagementKind.MESSAGE,
            EngagementKind.REVIEW);

    private final KafkaProducer<String, byte[]> producer;
    private final JsonSerde<EngagementReceived> engagements = new JsonSerde<>(EngagementReceived.class);
    private final JsonSerde<HandleAssigned> assignments = new JsonSerde<>(HandleAssigned.class);
    private final JsonSerde<BrandRegistered> brands = new JsonSerde<>(BrandRegistered.class);

    private final AtomicReference<@Nullable Exception> lost = new AtomicReference<>();
    private long number;
    private LocalDate today = FIRST.plusDays(DAYS - 1);

    TopicTraffic(String bootstrap) {
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "linger.ms",
                        5,
                        "compression.type",
                        "lz4",
                        "batch.size",
                        64 << 10),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Registers the brands; their day follows their events. */
    void register() {
        for (var brand = 0; brand < BRANDS; brand++) {
            var name = "brand-" + brand;
            var at = FIRST.atStartOfDay().toInstant(ZoneOffset.UTC);
            var registered = new BrandRegistered(
                    "bench", name, name, "UTC", BrandClock.EVENT, List.of(), List.of(), null, 1, at);
            send(Topic.BRAND_REGISTERED, registered.brandKey().key(), brands.write(registered));
        }
        flush();
    }

    /** Handles number {@code from} to {@code to}: their provisional person, and a first engagement of each. */
    void fill(int from, int to) {
        for (var n = from; n < to; n++) {
            assign(handle(n));
        }
        for (long n = 0; n < to - from; n++) {
            engage(handle(from + n * STRIDE % (to - from)), FIRST.plusDays(n * 104_729 % DAYS), EngagementKind.COMMENT);
        }
        flush();
    }

    /** So many engagements over the first {@code handles} handles, in no order. */
    void engage(int count, int handles) {
        for (var n = 0; n < count; n++) {
            var late = number % 50 == 0 ? number / 50 % DAYS : 0;
            engage(handle(number * STRIDE % handles), FIRST.plusDays(DAYS - 1 - late), KINDS.get((int)
                    (number % KINDS.size())));
        }
        flush();
    }

    /** One engagement that everybody who follows scores wants to hear of; says first whose score it changes. */
    void review(int handles, Consumer<String> person) {
        var handle = handle(number * STRIDE % handles);
        person.accept(
                handle.brand().key(DeterministicIds.provisionalPerson(handle).toString()));
        engage(handle, FIRST.plusDays(DAYS - 1), EngagementKind.REVIEW);
    }

    /** Turns the day of every brand, by an engagement of the next; gives that day. */
    LocalDate turnDay() {
        today = today.plusDays(1);
        for (var brand = 0; brand < BRANDS; brand++) {
            engage(handle(brand), today, EngagementKind.COMMENT);
        }
        flush();
        return today;
    }

    /** The handle of a number. */
    private static HandleKey handle(long n) {
        return new HandleKey(new BrandKey("bench", "brand-" + n % BRANDS), "x", "acct-" + n / BRANDS);
    }

    @Override
    public void close() {
        producer.close();
    }

    private void assign(HandleKey handle) {
        var at = FIRST.atStartOfDay().toInstant(ZoneOffset.UTC);
        var assigned = new HandleAssigned(
                "bench",
                handle.brand().brand(),
                handle.channel(),
                handle.handle(),
                DeterministicIds.provisionalPerson(handle),
                AssignmentStatus.CONFIRMED,
                1,
                List.of(),
                false,
                new HandleProfile(handle.handle(), null, null, null, null, null),
                1,
                at,
                at);
        send(Topic.IDENTITY_ASSIGNED, handle.key(), assignments.write(assigned));
    }

    private void engage(HandleKey handle, LocalDate day, EngagementKind kind) {
        var inbound = kind == EngagementKind.REVIEW || number % 4 != 0;
        var sourceId = Long.toString(number++);
        var engagement = new EngagementReceived(
                DeterministicIds.engagement(handle.brand(), "bench", sourceId),
                "bench",
                handle.brand().brand(),
                handle.channel(),
                "bench",
                sourceId,
                day.atStartOfDay().toInstant(ZoneOffset.UTC).plus(number % 1440, ChronoUnit.MINUTES),
                Instant.ofEpochMilli(System.currentTimeMillis()),
                inbound ? Direction.INBOUND : Direction.OUTBOUND,
                inbound ? kind : EngagementKind.REPLY,
                new Actor(handle.handle(), handle.handle(), null, null, null, null, null, null, null),
                null,
                null,
                EngagementContent.of("Thanks for the quick help with order " + sourceId + ", much appreciated"),
                null,
                day);
        send(Topic.ENGAGEMENT_RECEIVED, handle.key(), engagements.write(engagement));
    }

    private void send(Topic topic, String key, byte @Nullable [] value) {
        var now = Instant.ofEpochMilli(System.currentTimeMillis());
        var sent = new ProducerRecord<>(topic.name(), null, now.toEpochMilli(), key, value);
        CloudEvent.state(topic, "bench", key, 1, now).write(sent.headers());
        producer.send(sent, (there, why) -> {
            if (why != null) {
                lost.compareAndSet(null, why);
            }
        });
    }

    /** Waits until all that was sent is there: figures over what was lost on the way would tell nothing. */
    private void flush() {
        producer.flush();
        var why = lost.get();
        if (why != null) {
            throw new IllegalStateException("The broker did not take all that was sent", why);
        }
    }
}
