package io.rapport.scoring.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.MessageRef;
import io.rapport.test.TestBroker;
import java.nio.charset.StandardCharsets;
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
    private static final List<String> QUESTIONS = List.of(
            DAYS + "/figures?days=2026-01-10,2026-01-20",
            DAYS + "/people?asOf=2026-01-10&seen=NEW&limit=7",
            DAYS + "/content?asOf=2026-01-20");
    private static final List<String> CHANNELS = List.of("x", "mastodon", "blog", "video");
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final int PEOPLE = 30;
    private static final int BROKEN = 40;
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
                sendBroken(first, 0);
                killed.kill();
            }
            sendBroken(first, BROKEN / 2);
            comment(first, 0, FIRST.plusDays(PEOPLE));
            await().atMost(LIMIT).until(() -> areRight(first, answers) && instancesWithTasks() == 1);
            await().atMost(LIMIT).until(() -> first.brand(BRAND).asOf().equals(FIRST.plusDays(PEOPLE)));
            assertThat(areRight(first, answers)).isTrue();
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(originsOfBroken(first)).hasSize(BROKEN));
        }
        // Another directory: all state is restored from the changelogs.
        try (var restored = new ScoringServiceFixture(folder.resolve("empty"), LOOPBACK)) {
            await().until(() -> areRight(restored, answers));
            assertThat(originsOfBroken(restored)).hasSize(BROKEN).doesNotHaveDuplicates();
        }
    }

    /** Records that cannot be decoded, on all partitions. */
    private static void sendBroken(ScoringServiceFixture service, int from) {
        for (var i = from; i < from + BROKEN / 2; i++) {
            service.send(Topic.ENGAGEMENT_RECEIVED, handle(i).key(), "{killed".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<String> originsOfBroken(ScoringServiceFixture service) {
        return service.read(ScoringTopologyDriver.DEAD_LETTERS).stream()
                .filter(record -> new String(record.value(), StandardCharsets.UTF_8).equals("{killed"))
                .map(record ->
                        new String(record.headers().lastHeader("rapport_origin").value(), StandardCharsets.UTF_8))
                .toList();
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

    /** An answer without the last day and the history of the brand. */
    private static String items(String answer) {
        assertThat(answer).containsAnyOf("\"items\":", "\"channels\":");
        return answer.substring(Math.max(answer.indexOf("\"items\":"), answer.indexOf("\"channels\":")));
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
        CHANNELS.forEach(channel -> service.receive(message(channel, "brand", FIRST, EngagementKind.POST)));
        for (var i = 0; i < PEOPLE; i++) {
            answerPost(service, i);
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
        // All answers to the posts, 30 of four channels, are counted.
        await().untilAsserted(() -> assertThat(service.body(QUESTIONS.get(2), ScoringServiceFixture.TOKEN)
                        .split("\"engagements\":[78],", -1))
                .hasSize(CHANNELS.size() + 1));
    }

    /** One in four people answers the post of each channel; the posts are on different partitions. */
    private static void answerPost(ScoringServiceFixture service, int person) {
        var channel = CHANNELS.get(person % CHANNELS.size());
        var answering = new HandleKey(BRAND, channel, "fan" + person);
        service.assign(ScoringEventFixtures.assigned(answering, ScoringEventFixtures.person("P" + person), false, 1));
        service.receive(message(channel, answering.handle(), FIRST.plusDays(person % 3), EngagementKind.REPLY));
    }

    private static EngagementReceived message(String channel, String handle, LocalDate day, EngagementKind kind) {
        var isPost = kind == EngagementKind.POST;
        var reference = isPost
                ? new MessageRef("post", null, null, null, null, null)
                : new MessageRef(null, "post", null, null, null, null);
        return ScoringEventFixtures.in(
                ScoringEventFixtures.engagement(
                        new HandleKey(BRAND, channel, handle),
                        channel + kind + handle,
                        day,
                        isPost ? Direction.OUTBOUND : Direction.INBOUND,
                        kind),
                reference);
    }

    private static void comment(ScoringServiceFixture service, int person, LocalDate day) {
        service.receive(ScoringEventFixtures.engagement(
                handle(person), person + "-" + day, day, Direction.INBOUND, EngagementKind.COMMENT));
    }

    private static HandleKey handle(int i) {
        return new HandleKey(BRAND, "x", "h" + i);
    }
}
