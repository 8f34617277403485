package io.rapport.scoring.topology;

import static io.rapport.scoring.topology.ScoringEventFixtures.assigned;
import static io.rapport.scoring.topology.ScoringEventFixtures.inbound;
import static io.rapport.scoring.topology.ScoringEventFixtures.outbound;
import static io.rapport.scoring.topology.ScoringEventFixtures.saying;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.content.ContentMeasured;
import io.rapport.contracts.content.PostFigures;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementReceivedBuilder;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.engagement.MessageRef;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.contracts.score.AccountBalance;
import io.rapport.contracts.sentiment.SentimentJudged;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of the revisions of an engagement the highest counts, and a withdrawn one nowhere. */
class RevisionTopologyTest {

    private static final EngagementReceived SAID =
            saying(inbound("ada", "1", "2026-03-01", EngagementKind.REVIEW), MessageFixtures.GOOD);

    private final ScoringTopologyDriver stream = new ScoringTopologyDriver();

    @BeforeEach
    void register() {
        stream.register(ScoringEventFixtures.registered(BrandClock.EVENT))
                .assign(assigned("ada", "Ada", 1), assigned("bob", "Bob", 1))
                .receive(inbound("bob", "today", "2026-03-02", EngagementKind.COMMENT));
    }

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void aHigherRevisionReplacesWhatWasCounted() {
        stream.receive(SAID).settle();
        stream.receive(revision(saying(SAID, MessageFixtures.BAD), 1L)).settle();

        var ada = stream.person("Ada");
        assertThat(ada.sentiment().negative()).isOne();
        assertThat(ada.sentiment().positive()).isZero();
        assertThat(ada.contributions())
                .singleElement()
                .satisfies(line -> assertThat(line.count()).isOne());
        assertThat(stream.brand().accounts()).isEqualTo(accounts(3, 2, 0, 0, 1L, null));
    }

    @Test
    void noStateWithoutTheEngagementIsPublishedInBetween() {
        stream.receive(SAID).settle();
        var strength = stream.person("Ada").strength();
        stream.receive(revision(SAID, 4L)).settle();

        assertThat(stream.states(Topic.RELATIONSHIP_CURRENT, "Ada"))
                .isNotEmpty()
                .allSatisfy(state -> assertThat(state.strength()).isEqualTo(strength));
    }

    @Test
    void aWithdrawnEngagementCountsNowhereAlsoIfItsWithdrawalCameFirst() {
        stream.receive(SAID, withdrawn(SAID, 5L)).settle();
        assertThat(stream.person("Ada")).isNull();

        var other = inbound("ada", "2", "2026-03-01", EngagementKind.REVIEW);
        stream.receive(withdrawn(other, null), other, revision(other, 9L)).settle();
        assertThat(stream.person("Ada")).isNull();
        assertThat(stream.brand().accounts()).isEqualTo(accounts(6, 1, 2, 0, 1L, 2L));
        assertThat(stream.brand().people()).isOne();
    }

    @Test
    void anEngagementThatIsShownAgainCountsAgain() {
        stream.receive(SAID, withdrawn(SAID, 5L), revision(SAID, 6L)).settle();

        assertThat(stream.person("Ada").contributions()).hasSize(1);
        assertThat(stream.brand().accounts()).isEqualTo(accounts(4, 2, 0, 0, 2L, null));
    }

    @Test
    void aLowerRevisionIsADuplicateAndAnEqualOneWithAnotherBodyAConflict() {
        var second = revision(saying(SAID, MessageFixtures.BAD), 2L);
        stream.receive(second, SAID, revision(SAID, 1L), second, revision(SAID, 2L))
                .settle();

        assertThat(stream.person("Ada").sentiment().negative()).isOne();
        assertThat(stream.brand().accounts()).isEqualTo(accounts(6, 2, 3, 1, null, null));
        assertThat(rejected().code()).isEqualTo(RejectionCode.CONFLICT);
        assertThat(rejected().message()).contains("higher revision");
    }

    @Test
    void aWithdrawalOfTheSameRevisionCountsWhicheverCameFirst() {
        stream.receive(withdrawn(SAID, 2L), revision(SAID, 2L), withdrawn(saying(SAID, "gone"), 2L))
                .settle();

        assertThat(stream.person("Ada")).isNull();
        assertThat(stream.brand().accounts()).isEqualTo(accounts(4, 1, 2, 0, null, 1L));
    }

    /** A build before this one did not store what an engagement is counted as. */
    @Test
    void whatAnEarlierBuildCountedCannotBeRevised() {
        stream.receive(SAID).settle().emptied("handle-engagement");
        try (var later = stream.restarted()) {
            later.receive(
                            SAID,
                            revision(SAID, 1L),
                            revision(saying(SAID, MessageFixtures.BAD), 2L),
                            withdrawn(SAID, 3L),
                            inbound("ada", "2", "2026-03-01", EngagementKind.COMMENT),
                            withdrawn(inbound("ada", "2", "2026-03-01", EngagementKind.COMMENT), null))
                    .settle();

            assertThat(later.person("Ada").sentiment().positive()).isOne();
            assertThat(later.brand().accounts()).isEqualTo(accounts(8, 2, 2, 2, 1L, 1L));
            var rejections = later.told(Topic.ENGAGEMENT_REJECTED, EngagementRejected.class);
            assertThat(rejections).hasSize(2).allSatisfy(rejected -> {
                assertThat(rejected.code()).isEqualTo(RejectionCode.CONFLICT);
                assertThat(rejected.message()).contains("could not change it");
            });
        }
    }

    @Test
    void anErasureRemovesWhatIsRememberedAndARevisionOfTheErasedIsRefused() {
        var bot = ScoringEventFixtures.bot(inbound("ada", "2", "2026-03-01", EngagementKind.COMMENT));
        stream.receive(SAID, revision(SAID, 1L), bot).settle();
        assertThat(stream.contents("handle-engagement")).hasSize(3);

        stream.erase(List.of("ada"), List.of("Ada")).settle();
        assertThat(stream.contents("handle-engagement").keySet()).allMatch(key -> key.contains("|bob|"));

        stream.receive(
                        revision(saying(SAID, "secret"), 7L),
                        withdrawn(SAID, 8L),
                        withdrawn(inbound("ada", "3", "2026-03-01", EngagementKind.COMMENT), 1L),
                        ScoringEventFixtures.bot(inbound("ada", "4", "2026-03-01", EngagementKind.COMMENT)))
                .settle();

        assertThat(stream.contents("handle-engagement").keySet()).allMatch(key -> key.contains("|bob|"));
        assertThat(stream.told(Topic.ENGAGEMENT_REJECTED, EngagementRejected.class))
                .hasSize(3)
                .allMatch(each ->
                        each.code() == RejectionCode.SUPPRESSED && each.raw().isEmpty());
    }

    @Test
    void aJudgementOfARevisionIsLaterThanThatOfTheOneBefore() {
        stream.receive(SAID, revision(saying(SAID, MessageFixtures.BAD), 1L), revision(SAID, 2L))
                .settle();

        var judged = stream.told(Topic.SENTIMENT_JUDGED, SentimentJudged.class).stream()
                .filter(each -> each.engagement().equals(SAID.id()))
                .toList();
        assertThat(judged).hasSize(3).extracting(SentimentJudged::at).isSorted().doesNotHaveDuplicates();
        assertThat(judged.get(1).polarity()).isNegative();
        assertThat(stream.published(Topic.SENTIMENT_JUDGED))
                .extracting(record ->
                        new String(record.headers().lastHeader("ce_id").value()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aCorrectionHoldsForALaterRevision() {
        stream.receive(SAID).correct(MessageFixtures.corrected(SAID, -1, 1));
        stream.receive(revision(saying(SAID, MessageFixtures.NEITHER), 1L)).settle();
        assertThat(stream.person("Ada").sentiment().negative()).isOne();

        stream.receive(withdrawn(SAID, 2L))
                .correct(MessageFixtures.corrected(SAID, 0.5, 2))
                .settle();
        assertThat(stream.person("Ada")).isNull();
        stream.receive(revision(SAID, 3L)).settle();
        assertThat(stream.person("Ada").sentiment().positive()).isOne();
    }

    @Test
    void aWithdrawnQuestionIsNoLongerOwedAndAWithdrawnAnswerLeavesItOpen() {
        var question = saying(inbound("ada", "2", "2026-03-01", EngagementKind.MESSAGE), "When do you open?");
        var answer = ScoringEventFixtures.at(
                outbound("ada", "3", "2026-03-01", EngagementKind.MESSAGE),
                question.occurredAt().plusSeconds(60));
        stream.receive(question, answer).settle();
        assertThat(stream.person("Ada").owed()).isNull();

        stream.receive(withdrawn(answer, 1L)).settle();
        assertThat(stream.person("Ada").owed()).isOne();

        stream.receive(SAID, withdrawn(question, 1L)).settle();
        assertThat(stream.person("Ada").owed()).isNull();
    }

    @Test
    void aWithdrawnPostLeavesTheContentOfItsChannel() {
        var post = ScoringEventFixtures.in(
                outbound("ours", "p", "2026-03-01", EngagementKind.POST),
                new MessageRef("p", null, null, null, null, null));
        var reply = ScoringEventFixtures.in(SAID, new MessageRef("m", "p", null, null, null, null));
        stream.receive(post, reply).settle();
        assertThat(posts()).singleElement().matches(each -> each.engagements() == 1);

        stream.receive(withdrawn(reply, 1L)).settle();
        assertThat(posts()).singleElement().matches(each -> each.engagements() == 0);
        stream.receive(withdrawn(post, 1L), revision(reply, 2L)).settle();
        assertThat(posts()).isEmpty();
        stream.receive(revision(post, 2L)).settle();
        assertThat(posts()).singleElement().matches(each -> each.engagements() == 1);
        assertThat(stream.brand().accounts()).isEqualTo(new AccountBalance(7, 2, 0, 0, 0, 1, 0, 0, null, 4L, null));
    }

    @Test
    void aPostThatTwoSourcesBringStaysUntilBothWithdrewIt() {
        var post = ScoringEventFixtures.in(
                outbound("ours", "p", "2026-03-01", EngagementKind.POST),
                new MessageRef("p", null, null, null, null, null));
        var copy = ScoringEventFixtures.in(outbound("ours", "copy", "2026-03-01", EngagementKind.POST), post.object());
        stream.receive(post, copy, withdrawn(post, 1L)).settle();
        assertThat(posts()).hasSize(1);

        stream.receive(withdrawn(copy, 1L)).settle();
        assertThat(posts()).isEmpty();
    }

    @Test
    void aRevisionOfADayAheadIsAheadOnce() {
        var ahead = inbound("ada", "2", "2026-12-24", EngagementKind.COMMENT);
        stream.receive(ahead, revision(ahead, 1L)).settle();
        assertThat(stream.brand().accounts().ahead()).isOne();

        stream.receive(withdrawn(ahead, 2L)).settle();
        assertThat(stream.brand().accounts().ahead()).isNull();
    }

    private List<PostFigures> posts() {
        var all = stream.told(Topic.CONTENT_CURRENT, ContentMeasured.class);
        return all.get(all.size() - 1).posts();
    }

    private EngagementRejected rejected() {
        var all = stream.told(Topic.ENGAGEMENT_REJECTED, EngagementRejected.class);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    /** The accounts with the comment of {@link #register}. */
    private static AccountBalance accounts(
            long received, long scored, long duplicates, long rejected, Long revised, Long withdrawn) {
        return new AccountBalance(received, scored, 0, 0, 0, 0, duplicates, rejected, null, revised, withdrawn);
    }

    private static EngagementReceived revision(EngagementReceived of, Long revision) {
        return EngagementReceivedBuilder.builder(of).revision(revision).build();
    }

    private static EngagementReceived withdrawn(EngagementReceived of, Long revision) {
        return EngagementReceivedBuilder.builder(of)
                .revision(revision)
                .withdrawn(true)
                .content(null)
                .build();
    }
}
