package io.rapport.report.spread;

import static io.rapport.report.ReportTestEvents.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.MessageRef;
import io.rapport.report.domain.engagement.SpokenMessage;
import io.rapport.report.domain.engagement.TextSentiment;
import io.rapport.report.domain.engagement.TimelineEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CascadeTreeTest {

    private static final Instant AT = Instant.parse("2025-05-04T10:00:00Z");

    @Test
    void bareShareHasThePolarityOfWhatItSharesAndGrowsTheCascade() {
        var tree = largest(List.of(
                        message("grandchild", "child", 2, -0.5),
                        message("root", null, 0, -0.6),
                        message("child", "root", 1, null),
                        message("alone", null, 3, -0.9)))
                .orElseThrow();
        assertThat(tree.message().messageId()).isEqualTo("root");
        assertThat(tree.polarity()).isEqualTo(-1);
        assertThat(tree.size()).isEqualTo(3);
        assertThat(tree.children().get(0).children().get(0).message().messageId())
                .isEqualTo("grandchild");
    }

    @Test
    void otherPolarityLaterMessagesAndOtherChannelsAreNoChildren() {
        assertThat(largest(List.of(
                        message("root", null, 0, -0.6),
                        message("kind", "root", 1, 0.6),
                        message("neutral", "root", 1, 0.0),
                        message("late", "root", 49, -0.6),
                        onChannel("blog", message("elsewhere", "root", 1, -0.6)))))
                .isEmpty();
    }

    @Test
    void messagesThatNameOneAnotherMakeNoCircle() {
        assertThat(largest(List.of(message("a", "b", 0, -0.6), message("b", "a", 1, -0.6)))
                        .orElseThrow()
                        .size())
                .isEqualTo(2);
    }

    @Test
    void drawingIsBounded() {
        var messages = new ArrayList<SpokenMessage>();
        messages.add(message("m0", null, 0, 0.6));
        for (var i = 1; i < 60; i++) {
            messages.add(message("m" + i, "m" + (i - 1), i, 0.6));
        }
        var drawing = CascadeDrawing.of(
                largest(messages).orElseThrow(), each -> new SpokenRow("Anna", "/anna", "x", "now", null, null));
        assertThat(drawing.size()).isEqualTo(60);
        assertThat(drawing.dots()).hasSize(40).allMatch(dot -> dot.x() < 400);
        assertThat(drawing.edges()).hasSize(39);
        assertThat(drawing.tone()).isEqualTo("good");
    }

    private static Optional<CascadeTree> largest(List<SpokenMessage> messages) {
        return new CascadeTree.CascadeGrower(messages).largest();
    }

    private static SpokenMessage message(String id, @Nullable String parent, int hours, @Nullable Double polarity) {
        var sentiment = polarity == null
                ? null
                : TextSentiment.judged(polarity, 1, new TextSentiment.AnalyserDecision(List.of(), "test", AT));
        var entry = new TimelineEntry(
                DeterministicIds.engagement(ACME, "test", id),
                AT.plusSeconds(hours * 3600L),
                Direction.INBOUND,
                EngagementKind.COMMENT,
                "x",
                "anna",
                new TimelineEntry.EntryDetails(polarity == null ? null : "Text", null, null, null),
                sentiment);
        return new SpokenMessage(entry, new MessageRef(id, parent, null, null, null, null));
    }

    private static SpokenMessage onChannel(String channel, SpokenMessage from) {
        var entry = from.entry();
        return from.withEntry(new TimelineEntry(
                entry.id(),
                entry.occurredAt(),
                entry.direction(),
                entry.kind(),
                channel,
                entry.handle(),
                entry.details(),
                entry.sentiment()));
    }
}
