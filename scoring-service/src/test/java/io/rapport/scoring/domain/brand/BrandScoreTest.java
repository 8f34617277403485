package io.rapport.scoring.domain.brand;

import static io.rapport.scoring.domain.ledger.LedgerFixtures.STANDARD;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.day;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.inbound;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.judged;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.ledger;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.outbound;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.promotional;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.timed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.score.FigureEvidence;
import io.rapport.contracts.score.KindSum;
import io.rapport.contracts.score.RollingRor;
import io.rapport.contracts.score.RorSums;
import io.rapport.contracts.score.Stage;
import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.relationship.RelationshipScore;
import io.rapport.scoring.domain.spread.BrandSpread;
import io.rapport.scoring.domain.spread.SpreadLedger;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class BrandScoreTest {

    private static final int TODAY = day("2026-05-20");

    @Test
    void sumsTheCappedDaysOfEachPerson() {
        var ann = ledger(Collections.nCopies(30, inbound(TODAY, EngagementKind.COMMENT)))
                .plus(outbound(TODAY, EngagementKind.REPLY));
        var bob = ledger(Collections.nCopies(15, inbound(TODAY, EngagementKind.COMMENT)))
                .plus(timed(TODAY, EngagementKind.CALL, 24));

        var week = week(person(ann).plus(person(bob)));

        assertThat(week.returned()).isEqualTo(35);
        assertThat(week.invested()).isEqualTo(1 + 4);
        assertThat(week.ror()).isEqualTo(7);
        assertThat(week.kinds())
                .containsExactly(
                        new KindSum(Direction.INBOUND, EngagementKind.COMMENT, 35, 35),
                        new KindSum(Direction.OUTBOUND, EngagementKind.REPLY, 1, 1),
                        new KindSum(Direction.OUTBOUND, EngagementKind.CALL, 1, 4));
    }

    @Test
    void comparesWithThePreviousWindow() {
        var ledger = ledger(
                inbound(TODAY, EngagementKind.REVIEW),
                inbound(TODAY - 6, EngagementKind.SHARE),
                outbound(TODAY - 6, EngagementKind.THANKS),
                inbound(TODAY - 7, EngagementKind.REFERRAL),
                outbound(TODAY - 13, EngagementKind.MEETING),
                inbound(TODAY - 14, EngagementKind.PURCHASE));

        var week = week(person(ledger));

        assertThat(week.returned()).isEqualTo(6);
        assertThat(week.ror()).isEqualTo(4);
        assertThat(week.previous()).isEqualTo(new RorSums(10, 5, 2.0));
    }

    @Test
    void evidenceIsFewBelowFivePeopleOrTwentyEngagements() {
        var person = ledger(Collections.nCopies(3, inbound(TODAY, EngagementKind.COMMENT)))
                .plus(outbound(TODAY, EngagementKind.REPLY));
        var quiet = ledger(Collections.nCopies(3, inbound(TODAY, EngagementKind.COMMENT)));
        var posts = BrandLedger.ofPost(outbound(TODAY, EngagementKind.POST));
        var four = sum(4, person);

        assertThat(week(four.plus(sum(4, person))).evidence()).isNull();
        assertThat(week(four.plus(person(person))).evidence()).isNull();
        assertThat(week(four).evidence()).as("4 people").isEqualTo(FigureEvidence.FEW);
        assertThat(week(four.plus(person(quiet)).plus(posts)).evidence())
                .as("19 engagements and a post")
                .isEqualTo(FigureEvidence.FEW);
        assertThat(week(BrandLedger.EMPTY).evidence()).isEqualTo(FigureEvidence.FEW);
    }

    @Test
    void evidenceOfTheSpreadNeedsFiveJudgedPeopleAndTwentyMessages() {
        var person = ledger(Collections.nCopies(4, judged(TODAY, EngagementKind.COMMENT, 0.5)));

        assertThat(spread(sum(5, person))).isNull();
        assertThat(spread(sum(4, person.plus(person)))).isEqualTo(FigureEvidence.FEW);
        assertThat(spread(sum(4, person).plus(person(person.minus(judged(TODAY, EngagementKind.COMMENT, 0.5))))))
                .isEqualTo(FigureEvidence.FEW);
    }

    private static String spread(BrandLedger brand) {
        return BrandSpread.of(brand, SpreadLedger.EMPTY, TODAY).get(0).evidence();
    }

    private static BrandLedger sum(int people, EngagementLedger each) {
        return Collections.nCopies(people, person(each)).stream().reduce(BrandLedger.EMPTY, BrandLedger::plus);
    }

    @Test
    void rorIsNullWithoutInvestment() {
        var week = week(person(ledger(inbound(TODAY, EngagementKind.REVIEW))));

        assertThat(week.ror()).isNull();
        assertThat(week.previous()).isEqualTo(new RorSums(0, 0, null));
        assertThat(week.promotionalShare()).isNull();
        assertThat(week.givingShare()).isNull();
        assertThat(week.meanClientStrength()).isNull();
    }

    @Test
    void anUnfollowReducesTheReturn() {
        assertThat(week(person(ledger(inbound(TODAY, EngagementKind.UNFOLLOW)))).returned())
                .isEqualTo(-1);
    }

    @Test
    void countsNewReturningRevivedAndLapsedPeople() {
        var people = person(ledger(inbound(TODAY - 6, EngagementKind.COMMENT)))
                .plus(person(
                        ledger(inbound(TODAY, EngagementKind.COMMENT), inbound(TODAY - 7, EngagementKind.COMMENT))))
                .plus(person(
                        ledger(inbound(TODAY, EngagementKind.COMMENT), inbound(TODAY - 14, EngagementKind.COMMENT))))
                .plus(person(ledger(inbound(TODAY - 13, EngagementKind.COMMENT))))
                .plus(person(
                        ledger(inbound(TODAY - 14, EngagementKind.COMMENT), outbound(TODAY, EngagementKind.REPLY))));

        var week = week(people);

        assertThat(people.people()).isEqualTo(5);
        assertThat(week.seen()).isEqualTo(3);
        assertThat(week.newcomers()).isEqualTo(1);
        assertThat(week.returning()).isEqualTo(1);
        assertThat(week.revived()).isEqualTo(1);
        assertThat(week.lapsed()).isEqualTo(1);
    }

    @Test
    void countsStagesAndTheirMovesSinceTheWindowBegan() {
        var risen = ledger(outbound(TODAY - 7, EngagementKind.MESSAGE), inbound(TODAY, EngagementKind.COMMENT));
        var arrived = ledger(inbound(TODAY, EngagementKind.COMMENT));

        var week = week(person(risen).plus(person(arrived)));

        assertThat(week.stages()).containsEntry(Stage.STRANGER, 0L).containsEntry(Stage.KNOWS, 2L);
        assertThat(week.stageMoves()).containsEntry(Stage.STRANGER, -1L).containsEntry(Stage.KNOWS, 2L);
    }

    @Test
    void captiveShareIsOfThePeopleSeen() {
        var captive = ledger(
                inbound(TODAY, EngagementKind.COMMENT),
                inbound(TODAY, EngagementKind.VISIT),
                inbound(TODAY - 40, EngagementKind.COMMENT),
                outbound(TODAY, EngagementKind.REPLY));
        var random = ledger(inbound(TODAY, EngagementKind.COMMENT));
        var quietCaptive = ledger(
                inbound(TODAY - 20, EngagementKind.COMMENT),
                inbound(TODAY - 40, EngagementKind.COMMENT),
                outbound(TODAY, EngagementKind.REPLY));
        var brand = person(captive).plus(person(random)).plus(person(quietCaptive));

        assertThat(week(brand).captiveShare()).isEqualTo(1 / 2.0);
        assertThat(week(brand).captiveNotificationShare()).isEqualTo(2 / 3.0);
        var quarter = BrandScore.of(brand, TODAY, STANDARD).get(2);
        assertThat(quarter.captiveShare()).isEqualTo(2 / 3.0);
        assertThat(quarter.captiveNotificationShare()).isEqualTo(5 / 6.0);
    }

    @Test
    void postsCountAsOutboundWithoutAPerson() {
        var brand = person(ledger(outbound(TODAY, EngagementKind.REPLY), promotional(TODAY, EngagementKind.EMAIL)))
                .plus(BrandLedger.ofPost(promotional(TODAY, EngagementKind.POST)))
                .plus(BrandLedger.ofPost(outbound(TODAY, EngagementKind.POST)));

        var week = week(brand);

        assertThat(week.promotionalShare()).isEqualTo(2 / 4.0);
        assertThat(week.givingShare()).isEqualTo(1 / 4.0);
        assertThat(week.invested()).isEqualTo(2.5);
        assertThat(brand.people()).isEqualTo(1);
        assertThatThrownBy(() -> BrandLedger.ofPost(outbound(TODAY, EngagementKind.REPLY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Expected a POST");
    }

    @Test
    void countsClientsSeenAndUnseen() {
        var brand = person(ledger(inbound(TODAY, EngagementKind.COMMENT)), true)
                .plus(person(EngagementLedger.EMPTY, true))
                .plus(person(ledger(inbound(TODAY, EngagementKind.REFERRAL))));

        var week = week(brand);

        assertThat(week.clients()).isEqualTo(2);
        assertThat(week.clientsSeen()).isEqualTo(1);
        assertThat(week.clientsNotSeen()).isEqualTo(1);
        assertThat(week.meanClientStrength()).isCloseTo(8.4764 / 2, within(1e-4));
        assertThat(brand.people()).as("nobody knows the other client yet").isEqualTo(2);
    }

    @Test
    void ignoresFutureDays() {
        assertThat(week(person(ledger(inbound(TODAY + 1, EngagementKind.COMMENT))))
                        .returned())
                .isZero();
    }

    private static RollingRor week(BrandLedger brand) {
        return BrandScore.of(brand, TODAY, STANDARD).get(0);
    }

    private static BrandLedger person(EngagementLedger ledger) {
        return person(ledger, false);
    }

    private static BrandLedger person(EngagementLedger ledger, boolean client) {
        var score = RelationshipScore.of(ledger, TODAY, client, STANDARD);
        return PersonContribution.series(ledger, STANDARD).plus(PersonContribution.snapshot(ledger, score));
    }
}
