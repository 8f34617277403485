package io.rapport.benchmarks.report;

import static io.rapport.benchmarks.BenchmarkOutput.print;

import io.rapport.benchmarks.BenchmarkProducer;
import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.BrandRegisteredBuilder;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.messaging.json.JsonSerde;
import java.time.Instant;
import java.util.List;

/**
 * Writes a history to the topics as ingest and identity do. The engagements of a person follow each other, so that their score is
 * published a few times instead of once for each of them.
 */
final class HistoryWriter {

    private static final int POSTS = 1_000;
    private static final int PROGRESS = 1_000_000;

    private final JsonSerde<EngagementReceived> engagements = new JsonSerde<>(EngagementReceived.class);
    private final JsonSerde<HandleAssigned> assignments = new JsonSerde<>(HandleAssigned.class);
    private final JsonSerde<PersonDescribed> descriptions = new JsonSerde<>(PersonDescribed.class);
    private final BrandHistory history;
    private final BenchmarkProducer events;

    HistoryWriter(BrandHistory history, BenchmarkProducer events) {
        this.history = history;
        this.events = events;
    }

    void register() {
        var brand = BrandHistory.BRAND;
        var registered = BrandRegisteredBuilder.builder()
                .agency(brand.agency())
                .brand(brand.brand())
                .name("Large")
                .timeZone("UTC")
                .clock(BrandClock.LIVE)
                .staff(List.of())
                .paidMarkers(List.of())
                .answerTargetMinutes(120)
                .version(1)
                .at(Instant.ofEpochMilli(System.currentTimeMillis()))
                .build();
        events.send(Topic.BRAND_REGISTERED, brand.key(), new JsonSerde<>(BrandRegistered.class).write(registered));
        events.flush();
    }

    /** Writes everything; returns the number of engagements. */
    long write(int people) {
        for (var post = 0; post < POSTS; post++) {
            send(history.post(post));
        }
        var written = (long) POSTS;
        for (var person = 0; person < people; person++) {
            describe(person);
            for (var number = 0; number < history.engagements(person); number++) {
                send(history.engagement(person, number));
                if (++written % PROGRESS == 0) {
                    print("  %,d engagements written", written);
                }
            }
        }
        events.flush();
        return written;
    }

    private void describe(int person) {
        assign(history.assignment(person, false));
        if (history.hasSecondAccount(person)) {
            assign(history.assignment(person, true));
        }
        var described = history.description(person);
        events.send(
                Topic.IDENTITY_PERSON,
                described.brandKey().key(described.person().toString()),
                descriptions.write(described));
    }

    private void assign(HandleAssigned assigned) {
        events.send(Topic.IDENTITY_ASSIGNED, assigned.handleKey().key(), assignments.write(assigned));
    }

    private void send(EngagementReceived engagement) {
        events.send(Topic.ENGAGEMENT_RECEIVED, engagement.handleKey().key(), engagements.write(engagement));
    }
}
