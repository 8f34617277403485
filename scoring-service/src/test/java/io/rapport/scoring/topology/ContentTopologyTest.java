package io.rapport.scoring.topology;

import static io.rapport.scoring.topology.ScoringEventFixtures.assigned;
import static io.rapport.scoring.topology.ScoringEventFixtures.at;
import static io.rapport.scoring.topology.ScoringEventFixtures.bot;
import static io.rapport.scoring.topology.ScoringEventFixtures.inbound;
import static io.rapport.scoring.topology.ScoringEventFixtures.outbound;
import static io.rapport.scoring.topology.ScoringEventFixtures.paid;
import static io.rapport.scoring.topology.ScoringEventFixtures.staff;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.Topic;
import io.rapport.contracts.content.ContentMeasured;
import io.rapport.contracts.content.PostFiguresBuilder;
import io.rapport.contracts.engagement.EngagementContent;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.MessageRef;
import io.rapport.messaging.json.JsonSerde;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContentTopologyTest {

    private static final Instant POSTED = Instant.parse("2026-03-01T08:00:00Z");

    private final ScoringTopologyDriver stream = new ScoringTopologyDriver();

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void engagementsAreCountedByPostAgeInAnyOrder() {
        stream.receive(replyTo("p1", "1", 1))
                .receive(post("p1", 0))
                .receive(
                        replyTo("p1", "2", 2),
                        in("3", 30, new MessageRef("m3", null, "p1", "p1", null, null)),
                        in("4", 31, new MessageRef("m4", "m3", null, "p1", null, null)),
                        in("5", 31, new MessageRef("m5", "m3", null, "another", null, null)));
        stream.settle();

        var measured = last();
        assertThat(measured.channel()).isEqualTo("x");
        assertThat(measured.asOf()).isEqualTo(LocalDate.parse("2026-03-02"));
        assertThat(measured.posts())
                .containsExactly(PostFiguresBuilder.builder()
                        .post("p1")
                        .postedAt(POSTED)
                        .topics(List.of("roasting"))
                        .promotional(true)
                        .engagements(4)
                        .ageHours(24)
                        .atAge(2)
                        .build());
    }

    @Test
    void withheldDuplicateAndOwnEngagementsDoNotCount() {
        stream.assign(staff("colleague", "Colleague", true, 1), assigned("ada", "Ada", 1));
        stream.receive(
                post("p1", 0),
                post("p1", 0),
                replyTo("p1", "1", 1),
                replyTo("p1", "1", 1),
                bot(replyTo("p1", "2", 1)),
                paid(replyTo("p1", "3", 1)),
                ScoringEventFixtures.in(inbound("colleague", "4", "2026-03-01", EngagementKind.REPLY), answer("p1")),
                ScoringEventFixtures.in(outbound("ada", "5", "2026-03-01", EngagementKind.REPLY), answer("p1")));
        stream.settle();

        assertThat(last().posts())
                .singleElement()
                .satisfies(post -> assertThat(post.engagements()).isEqualTo(1));
    }

    @Test
    void aBoostedPostIsNotComparedWithTheOthers() {
        stream.receive(post("p1", 0), paid(post("p2", 1)), replyTo("p2", "1", 2), replyTo("p1", "2", 2));
        stream.settle();

        assertThat(last().posts()).singleElement().satisfies(post -> {
            assertThat(post.post()).isEqualTo("p1");
            assertThat(post.engagements()).isEqualTo(1);
        });
    }

    @Test
    void isPublishedAtMostOnceASecondWithRisingSequences() {
        stream.receive(post("p1", 0));
        for (var i = 0; i < 30; i++) {
            stream.receive(replyTo("p1", "r" + i, 1)).pass(Duration.ofMillis(100));
        }
        stream.settle();

        assertThat(states()).hasSizeBetween(3, 7);
        assertThat(states()).extracting(ContentMeasured::sequence).isSorted().doesNotHaveDuplicates();
        assertThat(last().posts().get(0).engagements()).isEqualTo(30);
    }

    @Test
    void postsOfAChannelAreComparedWithEachOther() {
        for (var i = 0; i < 4; i++) {
            stream.receive(post("p" + i, 10 * i));
            for (var n = 0; n <= i; n++) {
                stream.receive(replyTo("p" + i, i + "-" + n, 10 * i + 2));
            }
        }
        stream.receive(replyTo("p3", "late", 34)).settle();

        var newest = last().posts().get(0);
        assertThat(newest.post()).isEqualTo("p3");
        assertThat(newest.ageHours()).isEqualTo(3);
        assertThat(newest.atAge()).isEqualTo(4);
        assertThat(newest.median()).isEqualTo(2.0);
        assertThat(newest.resonance()).isEqualTo(2.0);
        assertThat(newest.engagements()).isEqualTo(5);
    }

    @Test
    void messageThatIsNoPostIsDeleted() {
        stream.receive(replyTo("later", "1", 1)).settle();
        stream.jump(Duration.ofDays(8));

        stream.receive(post("later", 0)).settle();

        assertThat(last().posts())
                .singleElement()
                .satisfies(post -> assertThat(post.engagements()).isZero());
    }

    private ContentMeasured last() {
        var states = states();
        return states.get(states.size() - 1);
    }

    private List<ContentMeasured> states() {
        var serde = new JsonSerde<>(ContentMeasured.class);
        return stream.published(Topic.CONTENT_CURRENT).stream()
                .map(TestRecord::value)
                .map(serde::read)
                .toList();
    }

    private static EngagementReceived post(String id, int hour) {
        var content = new EngagementContent("words", null, List.of("roasting"), true, null, null);
        var post = ScoringEventFixtures.withContent(
                outbound("brand", "post " + id, "2026-03-01", EngagementKind.POST), content);
        return at(
                ScoringEventFixtures.in(post, new MessageRef(id, null, null, null, null, null)),
                POSTED.plus(Duration.ofHours(hour)));
    }

    private static EngagementReceived replyTo(String post, String id, int hour) {
        return in(id, hour, answer(post));
    }

    private static EngagementReceived in(String id, int hour, MessageRef object) {
        var day = hour < 24 ? "2026-03-01" : "2026-03-02";
        return at(
                ScoringEventFixtures.in(inbound("ada", id, day, EngagementKind.REPLY), object),
                POSTED.plus(Duration.ofHours(hour)));
    }

    private static MessageRef answer(String post) {
        return new MessageRef(null, post, null, null, null, null);
    }
}
