package io.rapport.scoring.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.score.ServiceWindow;
import io.rapport.messaging.json.Json;
import io.rapport.scoring.domain.service.ConversationRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Compares the answers of brands in 525 public conversations with a reference calculation. */
@Tag("real-data")
class RealServiceTest {

    private static final Path FILE = Path.of(
                    Optional.ofNullable(System.getenv("RAPPORT_REAL_DATA")).orElse("../../shared/data"))
            .resolve("streams/ibm_twitter_care/dev_scrubbed.json");
    private static final int TWITTER_BITS = 22;
    private static final long TWITTER_EPOCH = 1_288_834_974_657L;

    @BeforeEach
    void dataIsThere() {
        assumeThat(FILE).as("real data").exists();
    }

    @Test
    void firstResponsesEqualTheReferenceInAnyOrder() {
        var messages = read();
        var shuffled = new ArrayList<>(messages);
        Collections.shuffle(shuffled, new Random(5));
        try (var stream = new ScoringTopologyDriver()) {
            var brands = messages.stream().collect(Collectors.groupingBy(EngagementReceived::brandKey));
            brands.keySet().forEach(brand -> stream.register(ScoringEventFixtures.registered(brand, BrandClock.EVENT)));
            shuffled.forEach(stream::receive);
            stream.settle();

            assertThat(brands).hasSizeGreaterThan(20);
            var answered = 0L;
            for (var brand : brands.entrySet()) {
                var quarter = stream.brands.get(brand.getKey().key()).service().get(2);
                assertQuarter(quarter, brand.getValue());
                answered += quarter.answered();
            }
            assertThat(answered).isGreaterThan(100);
        }
    }

    private static void assertQuarter(ServiceWindow found, List<EngagementReceived> messages) {
        var today = currentDay(messages);
        var seconds = new ArrayList<Long>();
        var opened = 0;
        for (var conversation : messages.stream()
                .collect(Collectors.groupingBy(e -> e.actor().id()))
                .values()) {
            var inOrder = conversation.stream()
                    .sorted(Comparator.comparing(EngagementReceived::occurredAt))
                    .toList();
            EngagementReceived asked = null;
            for (var message : inOrder) {
                var role = ConversationRole.of(message, ReferenceScores.polarity(message) <= -0.05);
                if (role == ConversationRole.QUESTION && asked == null) {
                    asked = message;
                    opened += isRecent(asked, today) ? 1 : 0;
                } else if (role != null && role != ConversationRole.QUESTION && asked != null) {
                    if (isRecent(asked, today)) {
                        seconds.add(Duration.between(asked.occurredAt(), message.occurredAt())
                                .toSeconds());
                    }
                    asked = null;
                }
            }
        }
        Collections.sort(seconds);
        assertThat(found.opened()).isEqualTo(opened);
        assertThat(found.answered()).isEqualTo(seconds.size());
        assertTime(found.medianSeconds(), seconds, 0.5);
        assertTime(found.p90Seconds(), seconds, 0.9);
    }

    /** The latest day that is at most 35 days after the one before, or after which at least two people wrote. */
    private static LocalDate currentDay(List<EngagementReceived> messages) {
        var days =
                messages.stream().map(EngagementReceived::effectiveDay).collect(Collectors.toCollection(TreeSet::new));
        var current = days.first();
        for (var day : days) {
            var writers = messages.stream()
                    .filter(message -> !message.effectiveDay().isBefore(day))
                    .map(message -> message.actor().id())
                    .distinct()
                    .count();
            if (writers < 2 && day.isAfter(current.plusDays(35))) {
                break;
            }
            current = day;
        }
        return current;
    }

    private static void assertTime(@Nullable Double found, List<Long> seconds, double part) {
        if (seconds.isEmpty()) {
            assertThat(found).isNull();
        } else {
            var expected = seconds.get((int) Math.ceil(seconds.size() * part) - 1);
            assertThat(found).isCloseTo(expected, within(0.03 * expected));
        }
    }

    private static boolean isRecent(EngagementReceived message, LocalDate today) {
        return message.effectiveDay().isAfter(today.minusDays(90))
                && !message.effectiveDay().isAfter(today);
    }

    /** Each message once. */
    private static List<EngagementReceived> read() {
        Map<String, EngagementReceived> messages = new LinkedHashMap<>();
        for (var conversation : Json.mapper().readTree(FILE.toFile())) {
            var company = conversation.at("/dialogHeader/company").asString().toLowerCase(Locale.ROOT);
            var brand = new BrandKey("care", company.replaceAll("[^a-z0-9]", "-"));
            var customer = "nobody";
            for (var turn : conversation.get("dialogContent")) {
                customer = turn.path("client").asString(turn.path("client1").asString(customer));
                var at = Instant.parse(turn.get("datetime").asString());
                var handle = new HandleKey(brand, "x", customer);
                add(
                        messages,
                        message(handle, turn.get("tweet_ID").asString(), at, !turn.has("agent")),
                        text(turn, "message"));
            }
            var answer = conversation.get("agentURL");
            var id = answer.get("tweet_ID").asString();
            var at = Instant.ofEpochMilli((Long.parseLong(id) >> TWITTER_BITS) + TWITTER_EPOCH);
            add(messages, message(new HandleKey(brand, "x", customer), id, at, false), text(answer, "url_utterance"));
        }
        return List.copyOf(messages.values());
    }

    private static void add(Map<String, EngagementReceived> messages, EngagementReceived message, String text) {
        messages.putIfAbsent(message.brand() + message.sourceId(), ScoringEventFixtures.saying(message, text));
    }

    private static EngagementReceived message(HandleKey handle, String id, Instant at, boolean inbound) {
        var day = at.atZone(ZoneOffset.UTC).toLocalDate();
        var direction = inbound ? Direction.INBOUND : Direction.OUTBOUND;
        return ScoringEventFixtures.at(
                ScoringEventFixtures.engagement(
                        handle, id, day, direction, inbound ? EngagementKind.MENTION : EngagementKind.REPLY),
                at);
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asString();
    }
}
