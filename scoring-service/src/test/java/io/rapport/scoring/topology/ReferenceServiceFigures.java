package io.rapport.scoring.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.contracts.score.ServiceWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reference calculation of answers: sorts every conversation and reads it once. */
final class ReferenceServiceFigures {

    private final List<Exchange> exchanges;

    /** A question and its answer, if there is one. */
    private record Exchange(
            EngagementReceived question, @Nullable EngagementReceived answer) {

        double seconds() {
            return Duration.between(question.occurredAt(), answer.occurredAt()).toSeconds();
        }

        boolean inPublic() {
            return answer != null && answer.kind() != EngagementKind.MESSAGE;
        }
    }

    ReferenceServiceFigures(ReferenceScores batch, int window) {
        exchanges = exchanges(batch.counted()).stream()
                .filter(each -> batch.isIn(window, each.question))
                .toList();
    }

    static void assertService(List<ServiceWindow> windows, ReferenceScores batch) {
        assertThat(windows).extracting(ServiceWindow::window).containsExactly(7, 30, 90);
        for (var window : windows) {
            var expected = new ReferenceServiceFigures(batch, window.window());
            var times = expected.times();
            assertThat(window.opened()).isEqualTo(expected.exchanges.size());
            assertThat(window.answered()).isEqualTo(times.size());
            assertThat(window.answeredInPublic()).isEqualTo(expected.answeredInPublic());
            assertThat(window.waiting()).isEqualTo(expected.exchanges.size() - times.size());
            assertTime(window.medianSeconds(), times, 0.5);
            assertTime(window.p90Seconds(), times, 0.9);
        }
    }

    static void assertOwed(Map<String, RelationshipScoreChanged> people, ReferenceScores batch) {
        var owed = new HashMap<String, List<Instant>>();
        batch.byPerson()
                .forEach((person, engagements) -> exchanges(engagements).stream()
                        .filter(each -> each.answer == null)
                        .forEach(each -> owed.computeIfAbsent(person, key -> new ArrayList<>())
                                .add(each.question.occurredAt())));
        people.forEach((person, state) -> {
            if (state != null) {
                var waiting = owed.getOrDefault(person, List.of());
                assertThat(state.owed()).isEqualTo(waiting.isEmpty() ? null : waiting.size());
                assertThat(state.owedSince())
                        .isEqualTo(waiting.stream().min(Instant::compareTo).orElse(null));
            }
        });
    }

    long answeredInPublic() {
        return exchanges.stream().filter(Exchange::inPublic).count();
    }

    private List<Double> times() {
        return exchanges.stream()
                .filter(each -> each.answer != null)
                .map(Exchange::seconds)
                .sorted()
                .toList();
    }

    private static void assertTime(@Nullable Double seconds, List<Double> times, double part) {
        if (times.isEmpty()) {
            assertThat(seconds).isNull();
        } else {
            var expected = times.get((int) Math.ceil(times.size() * part) - 1);
            assertThat(seconds).isCloseTo(expected, within(0.03 * expected));
        }
    }

    private static List<Exchange> exchanges(List<EngagementReceived> engagements) {
        var conversations = new TreeMap<String, List<EngagementReceived>>();
        for (var e : engagements) {
            var name = e.object() == null ? "" : e.object().conversation();
            conversations
                    .computeIfAbsent(e.handleKey().key() + " " + name, key -> new ArrayList<>())
                    .add(e);
        }
        var exchanges = new ArrayList<Exchange>();
        for (var conversation : conversations.values()) {
            conversation.sort(Comparator.comparing(EngagementReceived::occurredAt));
            exchanges.addAll(inOrder(conversation));
        }
        return exchanges;
    }

    private static List<Exchange> inOrder(List<EngagementReceived> conversation) {
        var exchanges = new ArrayList<Exchange>();
        EngagementReceived question = null;
        for (var e : conversation) {
            if (question == null && asks(e)) {
                question = e;
            } else if (question != null && answers(e)) {
                exchanges.add(new Exchange(question, e));
                question = null;
            }
        }
        if (question != null) {
            exchanges.add(new Exchange(question, null));
        }
        return exchanges;
    }

    private static boolean asks(EngagementReceived e) {
        var written = e.kind() == EngagementKind.COMMENT || e.kind() == EngagementKind.REVIEW;
        return e.direction() == Direction.INBOUND
                && (e.kind() == EngagementKind.MESSAGE
                        || written && (e.content().text().contains("?") || ReferenceScores.polarity(e) <= -0.05));
    }

    private static boolean answers(EngagementReceived e) {
        return e.direction() == Direction.OUTBOUND
                && (e.kind() == EngagementKind.COMMENT || e.kind() == EngagementKind.MESSAGE);
    }
}
