package io.rapport.messaging.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandDayTurned;
import io.rapport.messaging.MessagingTestBase;
import io.rapport.messaging.consume.BatchHandler;
import io.rapport.messaging.consume.ReceivedRecord;
import io.rapport.test.TestBroker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class ProjectionRunnerIT extends MessagingTestBase {

    private final String key = "a|" + UUID.randomUUID();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<BrandDayTurned> applied = new CopyOnWriteArrayList<>();
    private final ProjectionRunner runner = new ProjectionRunner(
            consumers, TestBroker.client(), meters, new ProjectionMetrics("test.lag", "test.applied"));

    @AfterEach
    void stop() {
        runner.destroy();
    }

    @Test
    void isCaughtUpOnceEverythingIsAppliedThatWasThereAtStart() throws Exception {
        var blocked = new AtomicBoolean(true);
        publish(key, 1);
        assertThat(runner.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);

        runner.start(List.of(projection("first", batch -> {
            if (blocked.get()) {
                throw new IllegalStateException("the store is away");
            }
            apply(batch);
        })));

        await().until(() -> runner.lag(Topic.BRAND_DAY) > 0);
        assertThat(runner.isCaughtUp()).isFalse();
        assertThat(runner.health().getDetails().get("behind")).hasToString("[" + Topic.BRAND_DAY.name() + "]");

        blocked.set(false);
        await().until(runner::isCaughtUp);
        assertThat(applied).containsExactly(day(key, 1));
        assertThat(runner.health().getStatus()).isEqualTo(Status.UP);
        assertThat(meters.get("test.applied")
                        .tag("topic", Topic.BRAND_DAY.name())
                        .counter()
                        .count())
                .isPositive();
        await().until(() -> meters.get("test.lag").gauge().value() == 0);
    }

    @Test
    void aNewGroupReadsFromTheBeginning() throws Exception {
        publish(key, 1);
        runner.start(List.of(projection("generation-1", this::apply)));
        await().untilAsserted(() -> assertThat(applied).containsExactly(day(key, 1)));

        runner.start(List.of(projection("generation-2", this::apply)));
        await().untilAsserted(() -> assertThat(applied).containsExactly(day(key, 1), day(key, 1)));
    }

    @Test
    void aTopicThatFailsDoesNotStopTheOthersOfItsGroup() throws Exception {
        var blocked = new AtomicBoolean(true);
        var others = new CopyOnWriteArrayList<String>();
        publish(key, 1);
        sendRaw(Topic.BRAND_DAY_SET, key.getBytes(), SERDE.write(day(key, 1)));
        var other = new Projection<>(
                "two-" + key,
                Topic.BRAND_DAY_SET,
                BrandDayTurned.class,
                batch -> batch.forEach(received -> others.add(received.key())));

        runner.start(List.of(other, projection("two", batch -> {
            if (blocked.get()) {
                throw new IllegalStateException("the store is away");
            }
            apply(batch);
        })));
        await().until(() -> others.contains(key));
        sendRaw(Topic.BRAND_DAY_SET, (key + "2").getBytes(), SERDE.write(day(key + "2", 2)));
        await().until(() -> others.contains(key + "2"));
        await().until(() -> runner.health().getStatus().equals(Status.DOWN));
        publish(key, 2);

        blocked.set(false);
        await().untilAsserted(() -> assertThat(applied).containsExactly(day(key, 1), day(key, 2)));
        await().until(() -> runner.health().getStatus().equals(Status.UP));
        await().until(() -> runner.lag(Topic.BRAND_DAY) + runner.lag(Topic.BRAND_DAY_SET) == 0);
    }

    @Test
    void takesOverSoonAfterAnotherMemberOfTheGroupWasKilled() throws Exception {
        KilledConsumer.run(TestBroker.bootstrap(), "killed-" + key, "", Duration.ofSeconds(10));
        var start = Instant.now();
        publish(key, 1);

        runner.start(List.of(projection("killed", this::apply)));

        assertThat(runner.health().getDetails().get("unassigned")).hasToString("[" + Topic.BRAND_DAY.name() + "]");
        await().untilAsserted(() -> assertThat(applied).containsExactly(day(key, 1)));
        // Ten seconds and a rebalance; Kafka's default is 45 seconds.
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(35));
        await().until(() -> runner.health().getStatus().equals(Status.UP));
    }

    @Test
    void instanceThatWasKilledTakesItsPartitionsBackWithoutWaitingForItsSession() throws Exception {
        KilledConsumer.run(TestBroker.bootstrap(), "restarted-" + key, "instance-1", Duration.ofMinutes(5));
        publish(key, 1);

        var restarted = new ProjectionRunner(
                new ProjectionConsumerFactory(TestBroker.client(), deadLetters, "instance-1"),
                TestBroker.client(),
                meters,
                null);
        try {
            restarted.start(List.of(projection("restarted", this::apply)));
            await().untilAsserted(() -> assertThat(applied).containsExactly(day(key, 1)));
        } finally {
            restarted.destroy();
        }
    }

    private Projection<BrandDayTurned> projection(String group, BatchHandler<BrandDayTurned> handler) {
        return new Projection<>(group + "-" + key, Topic.BRAND_DAY, BrandDayTurned.class, handler);
    }

    private void apply(List<ReceivedRecord<BrandDayTurned>> batch) {
        batch.stream()
                .filter(received -> received.key().equals(key))
                .map(ReceivedRecord::value)
                .forEach(applied::add);
    }
}
