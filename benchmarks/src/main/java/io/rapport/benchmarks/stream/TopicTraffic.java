package io.rapport.benchmarks.stream;

import io.rapport.benchmarks.BenchmarkProducer;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.BrandRegisteredBuilder;
import io.rapport.contracts.engagement.ActorBuilder;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementContent;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementReceivedBuilder;
import io.rapport.contracts.identity.AssignmentStatus;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.HandleAssignedBuilder;
import io.rapport.contracts.identity.HandleProfileBuilder;
import io.rapport.messaging.json.JsonSerde;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes the records of ingest and identity to the topics of scoring: ten brands and any number of handles, the same in every
 * run. The first engagements of the handles of a brand are on all of ninety days, so that it reaches its last day at once. Later
 * engagements are on the last day, except for one in fifty that is late.
 */
final class TopicTraffic implements AutoCloseable {

    static final int BRANDS = 10;

    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final int DAYS = 90;
    private static final int LINGER_MILLIS = 5;
    private static final int BATCH_BYTES = 64 << 10;
    private static final int HISTORY_DAYS = 760;
    private static final long STRIDE = 7_368_787;
    private static final List<EngagementKind> KINDS = List.of(
            EngagementKind.COMMENT,
            EngagementKind.REACTION,
            EngagementKind.MENTION,
            EngagementKind.SHARE,
            EngagementKind.MESSAGE,
            EngagementKind.REVIEW);

    private final BenchmarkProducer producer;
    private final JsonSerde<EngagementReceived> engagements = new JsonSerde<>(EngagementReceived.class);
    private final JsonSerde<HandleAssigned> assignments = new JsonSerde<>(HandleAssigned.class);
    private final JsonSerde<BrandRegistered> brands = new JsonSerde<>(BrandRegistered.class);

    private long number;
    private LocalDate today = FIRST.plusDays(DAYS - 1);

    TopicTraffic(String bootstrap) {
        producer = new BenchmarkProducer(bootstrap, LINGER_MILLIS, BATCH_BYTES);
    }

    /** Registers the brands, with the event clock. */
    void register() {
        for (var brand = 0; brand < BRANDS; brand++) {
            var name = "brand-" + brand;
            var at = FIRST.atStartOfDay().toInstant(ZoneOffset.UTC);
            var registered = BrandRegisteredBuilder.builder()
                    .agency("bench")
                    .brand(name)
                    .name(name)
                    .timeZone("UTC")
                    .clock(BrandClock.EVENT)
                    .staff(List.of())
                    .paidMarkers(List.of())
                    .version(1)
                    .at(at)
                    .build();
            producer.send(Topic.BRAND_REGISTERED, registered.brandKey().key(), brands.write(registered));
        }
        producer.flush();
    }

    /** Writes the assignments and first engagements of the handles {@code from} to {@code to}. */
    void fill(int from, int to) {
        for (var n = from; n < to; n++) {
            sendAssignment(handle(n));
        }
        for (long n = 0; n < to - from; n++) {
            sendEngagement(
                    handle(from + n * STRIDE % (to - from)),
                    // By the number within a brand: by the number of the handle each brand would get nine of the days.
                    FIRST.plusDays(n / BRANDS * 104_729 % DAYS),
                    EngagementKind.COMMENT);
        }
        producer.flush();
    }

    /**
     * Writes a long history of the first brand: the assignment and some engagements of each of its handles, on days of the 25
     * months up to the brands' last day. Returns the number of engagements.
     */
    int fillHistory(int handles, int engagementsEach) {
        for (long n = 0; n < handles; n++) {
            sendAssignment(handle(n * BRANDS));
            for (var each = 0; each < engagementsEach; each++) {
                var daysAgo = (n * 104_729 + each * 7_919L) % HISTORY_DAYS;
                sendEngagement(
                        handle(n * BRANDS), lastDay().minusDays(daysAgo), KINDS.get((int) (number % KINDS.size())));
            }
        }
        producer.flush();
        return handles * engagementsEach;
    }

    /** The last day of every brand, before a turn. */
    static LocalDate lastDay() {
        return FIRST.plusDays(DAYS - 1);
    }

    /** Writes engagements of the first {@code handles} handles, in random order. */
    void sendEngagements(int count, int handles) {
        for (var n = 0; n < count; n++) {
            var late = number % 50 == 0 ? number / 50 % DAYS : 0;
            sendEngagement(handle(number * STRIDE % handles), FIRST.plusDays(DAYS - 1 - late), KINDS.get((int)
                    (number % KINDS.size())));
        }
        producer.flush();
    }

    /** Writes an engagement that changes a score significantly; passes the key of the person on before. */
    void sendReview(int handles, Consumer<String> person) {
        var handle = handle(number * STRIDE % handles);
        person.accept(
                handle.brand().key(DeterministicIds.provisionalPerson(handle).toString()));
        sendEngagement(handle, FIRST.plusDays(DAYS - 1), EngagementKind.REVIEW);
    }

    /** Turns the day of every brand by an engagement on the next day; returns that day. */
    LocalDate turnDay() {
        today = today.plusDays(1);
        for (var brand = 0; brand < BRANDS; brand++) {
            sendEngagement(handle(brand), today, EngagementKind.COMMENT);
        }
        producer.flush();
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

    private void sendAssignment(HandleKey handle) {
        var at = FIRST.atStartOfDay().toInstant(ZoneOffset.UTC);
        var assigned = HandleAssignedBuilder.builder()
                .agency("bench")
                .brand(handle.brand().brand())
                .channel(handle.channel())
                .handle(handle.handle())
                .person(DeterministicIds.provisionalPerson(handle))
                .status(AssignmentStatus.CONFIRMED)
                .confidence(1)
                .evidence(List.of())
                .profile(HandleProfileBuilder.builder().name(handle.handle()).build())
                .version(1)
                .since(at)
                .at(at)
                .build();
        producer.send(Topic.IDENTITY_ASSIGNED, handle.key(), assignments.write(assigned));
    }

    private void sendEngagement(HandleKey handle, LocalDate day, EngagementKind kind) {
        var inbound = kind == EngagementKind.REVIEW || number % 4 != 0;
        var sourceId = Long.toString(number++);
        var engagement = EngagementReceivedBuilder.builder()
                .id(DeterministicIds.engagement(handle.brand(), "bench", sourceId))
                .agency("bench")
                .brand(handle.brand().brand())
                .channel(handle.channel())
                .source("bench")
                .sourceId(sourceId)
                .occurredAt(day.atStartOfDay().toInstant(ZoneOffset.UTC).plus(number % 1440, ChronoUnit.MINUTES))
                .receivedAt(Instant.ofEpochMilli(System.currentTimeMillis()))
                .direction(inbound ? Direction.INBOUND : Direction.OUTBOUND)
                .kind(inbound ? kind : EngagementKind.REPLY)
                .actor(ActorBuilder.builder()
                        .id(handle.handle())
                        .name(handle.handle())
                        .build())
                .content(
                        EngagementContent.of("Thanks for the quick help with order " + sourceId + ", much appreciated"))
                .day(day)
                .build();
        producer.send(Topic.ENGAGEMENT_RECEIVED, handle.key(), engagements.write(engagement));
    }
}
