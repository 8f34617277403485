package io.rapport.scoring.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.test.TestBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real broker, with an instance in a process of its own that is killed. */
class KilledInstanceIT {

    private static final BrandKey BRAND = new BrandKey("agency", "killed");
    private static final String DAYS = "/v1/agencies/agency/brands/killed/days";
    private static final List<String> QUESTIONS =
            List.of(DAYS + "/figures?days=2026-01-10,2026-01-20", DAYS + "/people?asOf=2026-01-10&seen=NEW&limit=7");
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final int PEOPLE = 30;
    private static final String LOOPBACK = "--rapport.days.host=127.0.0.1";

    /** Kafka's default session timeout is longer: 45 seconds. */
    private static final Duration LIMIT = Duration.ofSeconds(40);

    @TempDir
    Path folder;

    @Test
    void answersForAnyDayAreRightOrUnavailableAndEventsAreProcessedAfterAnInstanceWasKilled() throws Exception {
        var answers = new HashMap<String, String>();
        try (var first = new ScoringServiceFixture(folder.resolve("one"), LOOPBACK)) {
            fill(first);
            QUESTIONS.forEach(
                    question -> answers.put(question, items(first.body(question, ScoringServiceFixture.TOKEN))));
            assertThat(answers.get(QUESTIONS.get(0))).contains("\"people\":30");

            try (var killed = new ScoringProcess(folder.resolve("other"), LOOPBACK)) {
                await().atMost(Duration.ofMinutes(2)).until(() -> instancesWithTasks() == 2);
                await().until(() -> areRight(first, answers));
                killed.kill();
            }
            comment(first, 0, FIRST.plusDays(PEOPLE));
            await().atMost(LIMIT).until(() -> areRight(first, answers) && instancesWithTasks() == 1);
            await().atMost(LIMIT).until(() -> first.brand(BRAND).asOf().equals(FIRST.plusDays(PEOPLE)));
            assertThat(areRight(first, answers)).isTrue();
        }
        // Another directory: all state is restored from the changelogs.
        try (var restored = new ScoringServiceFixture(folder.resolve("empty"), LOOPBACK)) {
            await().until(() -> areRight(restored, answers));
        }
    }

    /** Asks all questions; an answer is the expected one or 503. Returns whether all were answered. */
    private static boolean areRight(ScoringServiceFixture service, Map<String, String> expected) {
        var answered = 0;
        for (var question : expected.entrySet()) {
            var response = service.get(question.getKey(), ScoringServiceFixture.TOKEN);
            assertThat(response.statusCode()).isIn(200, 503);
            if (response.statusCode() == 200) {
                assertThat(items(response.body())).isEqualTo(question.getValue());
                answered++;
            }
        }
        return answered == expected.size();
    }

    /** An answer without the last day of the brand. */
    private static String items(String answer) {
        assertThat(answer).contains("\"items\":");
        return answer.substring(answer.indexOf("\"items\":"));
    }

    /** The number of processes that the broker knows as owners of partitions of the stream. */
    private static long instancesWithTasks() throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(TestBroker.client())) {
            return admin
                    .describeConsumerGroups(List.of(ScoringStreamsSettings.APPLICATION))
                    .all()
                    .get()
                    .values()
                    .stream()
                    .flatMap(group -> group.members().stream())
                    .filter(member -> !member.assignment().topicPartitions().isEmpty())
                    .map(member -> member.clientId().replaceFirst("-StreamThread.*", ""))
                    .collect(Collectors.toSet())
                    .size();
        }
    }

    private static void fill(ScoringServiceFixture service) {
        service.register(ScoringEventFixtures.registered(BRAND, BrandClock.EVENT));
        for (var i = 0; i < PEOPLE; i++) {
            service.assign(ScoringEventFixtures.assigned(handle(i), ScoringEventFixtures.person("P" + i), false, 1));
            for (var day = 0; day <= i; day++) {
                comment(service, i, FIRST.plusDays(day));
            }
        }
        await().untilAsserted(() -> {
            assertThat(service.brand(BRAND)).isNotNull();
            assertThat(service.brand(BRAND).people()).isEqualTo(PEOPLE);
            assertThat(service.brand(BRAND).asOf()).isEqualTo(FIRST.plusDays(PEOPLE - 1));
        });
    }

    private static void comment(ScoringServiceFixture service, int person, LocalDate day) {
        service.receive(ScoringEventFixtures.engagement(
                handle(person), person + "-" + day, day, Direction.INBOUND, EngagementKind.COMMENT));
    }

    private static HandleKey handle(int i) {
        return new HandleKey(BRAND, "x", "h" + i);
    }
}
