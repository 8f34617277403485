package io.rapport.scoring.domain.relationship;

import static io.rapport.scoring.domain.ledger.LedgerFixtures.STANDARD;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.day;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.inbound;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.judged;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.ledger;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.outbound;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.timed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.score.Contribution;
import io.rapport.contracts.score.SentimentSum;
import io.rapport.contracts.score.Stage;
import io.rapport.contracts.score.WarmthClass;
import io.rapport.contracts.score.WindowSums;
import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.domain.model.ScoringModel;
import java.time.LocalDate;
import java.util.Collections;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RelationshipScoreTest {

    private static final int TODAY = day("2026-05-20");
    private static final Offset<Double> EXACT = within(1e-9);
    private static final Offset<Double> ROUNDED = within(1e-4);

    @Test
    void scoresOneCommentOfToday() {
        var score = score(inbound(TODAY, EngagementKind.COMMENT));

        assertThat(score.dimensions().know()).isCloseTo(15.3518, ROUNDED); // 100 (1 - e^(-1/6))
        assertThat(score.dimensions().like()).isCloseTo(7.9956, ROUNDED); // 100 (1 - e^(-0.5/6))
        assertThat(score.dimensions().trust()).isCloseTo(3.6806, ROUNDED); // 100 (1 - e^(-0.3/8))
        assertThat(score.strength()).isCloseTo(8.4764, ROUNDED);
    }

    @Test
    void weightHalvesAfterSixtyDays() {
        var score = score(inbound(TODAY - 60, EngagementKind.COMMENT));

        assertThat(score.dimensions().know()).isCloseTo(7.9956, ROUNDED); // 100 (1 - e^(-0.5/6))
        assertThat(score.dimensions().like()).isCloseTo(4.0811, ROUNDED);
        assertThat(score.dimensions().trust()).isCloseTo(1.8575, ROUNDED);
        assertThat(score.strength()).isCloseTo(4.3660, ROUNDED);
        assertThat(score.exchange().theyToUs()).isCloseTo(0.5, EXACT);
    }

    @Test
    void capsAKindAtTwentyPerDay() {
        var score = score(
                Collections.nCopies(25, inbound(TODAY, EngagementKind.COMMENT)).toArray(LedgerEntry[]::new));

        assertThat(score.dimensions().know()).isCloseTo(96.4326, ROUNDED); // 100 (1 - e^(-20/6))
        assertThat(score.exchange().theyToUs()).isCloseTo(20, EXACT);
        assertThat(score.breakdown().contributions().get(0).count()).isEqualTo(25);
    }

    @Test
    void capsEachDayAndKindSeparately() {
        var twenty = ledger(Collections.nCopies(20, inbound(TODAY, EngagementKind.COMMENT)));
        var more =
                twenty.plus(inbound(TODAY, EngagementKind.MENTION)).plus(inbound(TODAY - 60, EngagementKind.COMMENT));

        assertThat(RelationshipScore.of(more, TODAY, false, STANDARD).exchange().theyToUs())
                .isCloseTo(20 + 1.5 + 0.5, EXACT);
    }

    @Test
    void floorsTheSumAndNotTheDays() {
        var worse = score(inbound(TODAY, EngagementKind.COMMENT), inbound(TODAY, EngagementKind.UNFOLLOW));
        assertThat(worse.dimensions().like()).isZero(); // 0.5 - 2
        assertThat(worse.dimensions().trust()).isZero(); // 0.3 - 1
        assertThat(worse.dimensions().know()).isCloseTo(15.3518, ROUNDED);

        var better = score(inbound(TODAY - 60, EngagementKind.UNFOLLOW), inbound(TODAY, EngagementKind.THANKS));
        assertThat(better.dimensions().like()).isCloseTo(15.3518, ROUNDED); // 2 - 2/2
        assertThat(better.dimensions().trust()).isCloseTo(26.8384, ROUNDED); // 100 (1 - e^(-(3 - 1/2)/8))
        assertThat(better.exchange().theyToUs()).isCloseTo(4 - 0.5, EXACT);

        assertThat(score(inbound(TODAY, EngagementKind.UNFOLLOW)).exchange().theyToUs())
                .isZero();
    }

    @Test
    void sentimentCountsInLike() {
        var score = score(
                judged(TODAY, EngagementKind.COMMENT, 0.5),
                judged(TODAY, EngagementKind.COMMENT, 0.1),
                judged(TODAY, EngagementKind.COMMENT, -0.2));

        // 3 * 0.5 + 0.6 - 1.5 * 0.2 = 1.8
        assertThat(score.dimensions().like()).isCloseTo(25.9182, ROUNDED);
        var words = score.breakdown().sentiment();
        assertThat(words.n()).isEqualTo(3);
        assertThat(words.positive()).isEqualTo(2);
        assertThat(words.negative()).isEqualTo(1);
        assertThat(words.mean()).isCloseTo(0.4 / 3, EXACT);
        assertThat(words.like()).isCloseTo(25.9182 * 0.3 / 1.8, ROUNDED);
        assertThat(words.strength()).isCloseTo(0.3 * 25.9182 * 0.3 / 1.8, ROUNDED);
    }

    @Test
    void capsTheSentimentOfADay() {
        var ledger = ledger(Collections.nCopies(30, judged(TODAY, EngagementKind.VISIT, -1)));
        var kinder = ledger.plus(ledger(Collections.nCopies(40, inbound(TODAY - 60, EngagementKind.THANKS))))
                .plus(ledger(Collections.nCopies(20, inbound(TODAY, EngagementKind.THANKS))));

        // 20 * 2 + 20 * 2 / 2 - 1.5 * 20 = 30
        assertThat(RelationshipScore.of(kinder, TODAY, false, STANDARD)
                        .dimensions()
                        .like())
                .isCloseTo(99.3262, ROUNDED);
    }

    @Test
    void weighsBothDirections() {
        var score = score(
                inbound(TODAY, EngagementKind.REVIEW),
                outbound(TODAY - 60, EngagementKind.MEETING),
                outbound(TODAY, EngagementKind.REPLY));

        assertThat(score.exchange().theyToUs()).isCloseTo(4, EXACT);
        assertThat(score.exchange().usToThem()).isCloseTo(3.5, EXACT);
        assertThat(score.exchange().reciprocity()).isCloseTo(3.5 / 4, EXACT);
        assertThat(score(inbound(TODAY, EngagementKind.REVIEW)).exchange().reciprocity())
                .isZero();
        assertThat(score(outbound(TODAY, EngagementKind.REPLY)).exchange().reciprocity())
                .isZero();
    }

    @Test
    void minutesReplaceTheDefaultEffortWithoutACap() {
        var calls = ledger(Collections.nCopies(25, outbound(TODAY, EngagementKind.CALL)))
                .plus(ledger(Collections.nCopies(25, timed(TODAY, EngagementKind.CALL, 15))))
                .plus(timed(TODAY, EngagementKind.REACTION, 0.6));

        var score = RelationshipScore.of(calls, TODAY, false, STANDARD);

        assertThat(score.exchange().usToThem()).isCloseTo(20 * 3 + 25 * 2.5 + 0.1, EXACT);
        assertThat(score.breakdown().contributions())
                .extracting(Contribution::kind, Contribution::count)
                .containsExactly(tuple(EngagementKind.REACTION, 1L), tuple(EngagementKind.CALL, 50L));
        assertThat(score.breakdown().contributions().get(1).value()).isCloseTo(122.5, EXACT);
    }

    @Test
    void warmthHalvesInThirtyDaysWithoutATouch() {
        var score = score(
                outbound(TODAY - 45, EngagementKind.EMAIL),
                inbound(TODAY - 10, EngagementKind.VISIT),
                inbound(TODAY - 60, EngagementKind.COMMENT),
                outbound(TODAY, EngagementKind.POST));

        assertThat(score.contact().warmth()).isCloseTo(35.3553, ROUNDED); // 100 * 2^(-45/30)
        assertThat(score.warmthClass()).isEqualTo(WarmthClass.COOL);
        assertThat(score.contact().lastTouch()).isEqualTo(LocalDate.ofEpochDay(TODAY - 45));
        assertThat(score.contact().lastSeen()).isEqualTo(LocalDate.ofEpochDay(TODAY - 10));
        assertThat(score.contact().firstSeen()).isEqualTo(LocalDate.ofEpochDay(TODAY - 60));
    }

    @Test
    void warmthClassesMeetAtFiftyAndFifteen() {
        assertThat(score(inbound(TODAY - 29, EngagementKind.COMMENT)).warmthClass())
                .isEqualTo(WarmthClass.WARM);
        assertThat(score(inbound(TODAY - 31, EngagementKind.COMMENT)).warmthClass())
                .isEqualTo(WarmthClass.COOL);
        assertThat(score(inbound(TODAY - 82, EngagementKind.COMMENT)).warmthClass())
                .isEqualTo(WarmthClass.COOL);
        assertThat(score(inbound(TODAY - 83, EngagementKind.COMMENT)).warmthClass())
                .isEqualTo(WarmthClass.COLD);
    }

    @Test
    void coolingAppliesToClientsAndStagesFromLikes() {
        var quiet = ledger(inbound(TODAY - 40, EngagementKind.COMMENT));
        assertThat(RelationshipScore.of(quiet, TODAY, true, STANDARD).isCooling())
                .isTrue();
        assertThat(RelationshipScore.of(quiet, TODAY, false, STANDARD).isCooling())
                .isFalse();
        assertThat(RelationshipScore.of(quiet, TODAY - 15, true, STANDARD).isCooling())
                .isFalse();

        var follows = ledger(Collections.nCopies(5, inbound(TODAY - 40, EngagementKind.FOLLOW)));
        var friend = RelationshipScore.of(follows, TODAY - 40, false, STANDARD);
        assertThat(friend.stage()).isEqualTo(Stage.LIKES); // know 56.5, like 34.1
        assertThat(friend.isCooling()).isFalse();
        friend = RelationshipScore.of(follows, TODAY - 9, false, STANDARD); // know 44.2, like 25.3
        assertThat(friend.stage()).isEqualTo(Stage.LIKES);
        assertThat(friend.isCooling()).isTrue();
    }

    @Test
    void anEmptyLedgerIsAStrangerAsOfToday() {
        var score = score();

        assertThat(score.strength()).isZero();
        assertThat(score.contact().warmth()).isZero();
        assertThat(score.warmthClass()).isEqualTo(WarmthClass.COLD);
        assertThat(score.stage()).isEqualTo(Stage.STRANGER);
        assertThat(score.stageSince()).isEqualTo(LocalDate.ofEpochDay(TODAY));
        assertThat(score.contact().firstSeen()).isNull();
        assertThat(score.contact().lastSeen()).isNull();
        assertThat(score.contact().lastTouch()).isNull();
        assertThat(score.captive()).isFalse();
        assertThat(score.breakdown().contributions()).isEmpty();
        assertThat(score.breakdown().sentiment()).isEqualTo(new SentimentSum(0, 0, 0, 0, 0, 0));
    }

    @Test
    void ignoresLaterEngagements() {
        var now = ledger(inbound(TODAY, EngagementKind.COMMENT), outbound(TODAY - 3, EngagementKind.REPLY));
        var later =
                now.plus(inbound(TODAY + 1, EngagementKind.REFERRAL)).plus(outbound(TODAY + 40, EngagementKind.CALL));

        assertThat(RelationshipScore.of(later, TODAY, false, STANDARD))
                .isEqualTo(RelationshipScore.of(now, TODAY, false, STANDARD));
    }

    @Test
    void windowsHaveNoDecay() {
        var score = score(
                inbound(TODAY - 6, EngagementKind.COMMENT),
                inbound(TODAY - 7, EngagementKind.REFERRAL),
                inbound(TODAY - 29, EngagementKind.UNFOLLOW),
                inbound(TODAY - 30, EngagementKind.MENTION),
                timed(TODAY - 89, EngagementKind.CALL, 60),
                outbound(TODAY - 90, EngagementKind.MEETING));

        assertThat(score.breakdown().windows())
                .containsExactly(
                        new WindowSums(7, 1, 0), new WindowSums(30, 1 + 10 - 1, 0), new WindowSums(90, 11.5, 10));
    }

    @Test
    void contributionsAddUpToThePoints() {
        var score = score(
                inbound(TODAY, EngagementKind.COMMENT),
                inbound(TODAY, EngagementKind.FOLLOW),
                outbound(TODAY, EngagementKind.REPLY));

        var comment = score.breakdown().contributions().get(1);
        assertThat(comment.direction()).isEqualTo(Direction.INBOUND);
        assertThat(comment.kind()).isEqualTo(EngagementKind.COMMENT);
        assertThat(comment.know()).isCloseTo(28.3469 / 2, ROUNDED);
        assertThat(comment.like()).isCloseTo(15.3518 / 2, ROUNDED);
        assertThat(comment.trust()).isCloseTo(3.6806, ROUNDED);
        assertThat(comment.strength()).isCloseTo(0.3 * 28.3469 / 2 + 0.3 * 15.3518 / 2 + 0.4 * 3.6806, ROUNDED);
        assertThat(comment.value()).isCloseTo(1, EXACT);
        assertThat(score.breakdown().contributions().get(2))
                .isEqualTo(new Contribution(Direction.OUTBOUND, EngagementKind.REPLY, 1, 0, 0, 0, 0, 1));
    }

    @Test
    void captivesReturnInTwoPeriodsWithReciprocityAndWithoutNegativeSum() {
        var coming = ledger(inbound(TODAY - 29, EngagementKind.COMMENT), inbound(TODAY - 30, EngagementKind.COMMENT));
        var answered = coming.plus(outbound(TODAY - 29, EngagementKind.REPLY));

        assertThat(captive(coming)).as("never answered").isFalse();
        assertThat(captive(answered)).isTrue();
        assertThat(captive(answered.plus(judged(TODAY, EngagementKind.VISIT, 0.2))
                        .plus(judged(TODAY, EngagementKind.VISIT, -0.3))))
                .as("sour")
                .isFalse();
        assertThat(captive(answered.plus(judged(TODAY - 90, EngagementKind.VISIT, -1))))
                .as("sour long ago")
                .isTrue();
        assertThat(captive(ledger(
                        inbound(TODAY - 29, EngagementKind.COMMENT),
                        inbound(TODAY, EngagementKind.COMMENT),
                        outbound(TODAY, EngagementKind.REPLY))))
                .as("in one period only")
                .isFalse();
        assertThat(captive(ledger(
                        inbound(TODAY - 89, EngagementKind.COMMENT),
                        inbound(TODAY, EngagementKind.COMMENT),
                        outbound(TODAY, EngagementKind.REACTION))))
                .as("in the first and the last")
                .isTrue();
    }

    @Test
    void captivesHaveAReciprocityOfATenthOrMore() {
        var coming =
                ledger(inbound(TODAY, EngagementKind.REFERRAL), inbound(TODAY - 60, EngagementKind.REFERRAL)); // 10 + 5

        assertThat(captive(coming.plus(timed(TODAY, EngagementKind.CALL, 9.001))))
                .isTrue();
        assertThat(captive(coming.plus(timed(TODAY, EngagementKind.CALL, 8.99))))
                .isFalse();
    }

    @Test
    void captivesOfTheSecondStandardModelLikeTheBrand() {
        var second = ScoringModel.standards().get(1);
        var known = ledger(
                inbound(TODAY - 29, EngagementKind.COMMENT),
                inbound(TODAY - 30, EngagementKind.COMMENT),
                outbound(TODAY - 29, EngagementKind.REPLY));
        var liking = known;
        for (int i = 0; i < 10; i++) {
            liking = liking.plus(inbound(TODAY - 31, EngagementKind.SHARE))
                    .plus(outbound(TODAY - 31, EngagementKind.REPLY));
        }

        assertThat(RelationshipScore.of(known, TODAY, false, STANDARD).captive())
                .isTrue();
        var score = RelationshipScore.of(known, TODAY, false, second);
        assertThat(score.stage()).isLessThan(Stage.LIKES);
        assertThat(score.captive()).isFalse();
        assertThat(RelationshipScore.of(liking, TODAY, false, second).stage()).isGreaterThanOrEqualTo(Stage.LIKES);
        assertThat(RelationshipScore.of(liking, TODAY, false, second).captive()).isTrue();
    }

    private static boolean captive(EngagementLedger ledger) {
        return RelationshipScore.of(ledger, TODAY, false, STANDARD).captive();
    }

    private static RelationshipScore score(LedgerEntry... entries) {
        return RelationshipScore.of(ledger(entries), TODAY, false, STANDARD);
    }
}
