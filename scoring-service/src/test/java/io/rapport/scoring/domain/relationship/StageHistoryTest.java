package io.rapport.scoring.domain.relationship;

import static io.rapport.scoring.domain.ledger.LedgerFixtures.STANDARD;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.day;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.inbound;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.ledger;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.outbound;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.score.Stage;
import io.rapport.scoring.domain.ledger.EngagementLedger;
import java.time.LocalDate;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class StageHistoryTest {

    private static final EngagementLedger ONE_COMMENT = ledger(inbound(day("2026-01-10"), EngagementKind.COMMENT));

    @Test
    void promotionIsImmediate() {
        // know: 15.35, 28.35 · like: 15.35, 28.35 · trust: 46.47, 71.35 for one and two referrals
        var ledger = ledger(
                outbound(day("2026-01-05"), EngagementKind.MESSAGE),
                inbound(day("2026-01-10"), EngagementKind.REFERRAL),
                inbound(day("2026-01-11"), EngagementKind.REFERRAL));

        var stages = stages(ledger, "2026-01-20");

        assertThat(stages.stageOn(day("2026-01-04"))).isNull();
        assertThat(stages.stageOn(day("2026-01-05"))).isEqualTo(Stage.STRANGER);
        assertThat(stages.stageOn(day("2026-01-09"))).isEqualTo(Stage.STRANGER);
        assertThat(stages.stageOn(day("2026-01-10"))).isEqualTo(Stage.KNOWS);
        assertThat(stages.stageOn(day("2026-01-11"))).isEqualTo(Stage.ADVOCATE);
        assertThat(stages.current()).isEqualTo(Stage.ADVOCATE);
        assertThat(stages.currentSince()).isEqualTo(day("2026-01-11"));
    }

    @Test
    void demotionHappensOnTheFirstDayOfAMonth() {
        // one comment is 15.35 of know on its day and below 15 from the third day on
        assertThat(stageOn(ONE_COMMENT, "2026-01-31")).isEqualTo(Stage.KNOWS);
        assertThat(stageOn(ONE_COMMENT, "2026-02-01")).isEqualTo(Stage.STRANGER);
        assertThat(since(ONE_COMMENT, "2026-01-31")).isEqualTo("2026-01-10");
        assertThat(since(ONE_COMMENT, "2026-03-15")).isEqualTo("2026-02-01");
    }

    @Test
    void theFirstDayOfAMonthIncludesItsEngagements() {
        var again = ONE_COMMENT.plus(inbound(day("2026-02-01"), EngagementKind.COMMENT));

        assertThat(stageOn(again, "2026-02-01")).isEqualTo(Stage.KNOWS);
        assertThat(since(again, "2026-02-20"))
                .as("without a break since the first")
                .isEqualTo("2026-01-10");
    }

    @Test
    void engagementsOnTheFirstDayOfAMonthDoNotPreventDemotion() {
        // four follows are 28.3 of like on their day and 21.0 thirty days later; a visit adds none
        var visited = ledger(Collections.nCopies(4, inbound(day("2026-01-02"), EngagementKind.FOLLOW)))
                .plus(inbound(day("2026-02-01"), EngagementKind.VISIT));

        assertThat(stageOn(visited, "2026-01-31")).isEqualTo(Stage.LIKES);
        assertThat(stageOn(visited, "2026-02-01")).isEqualTo(Stage.KNOWS);
        assertThat(since(visited, "2026-02-10")).isEqualTo("2026-02-01");
    }

    @Test
    void anInterruptionRestartsTheStage() {
        var again = ONE_COMMENT.plus(inbound(day("2026-02-02"), EngagementKind.COMMENT));

        assertThat(stageOn(again, "2026-02-01")).isEqualTo(Stage.STRANGER);
        assertThat(since(again, "2026-02-20")).isEqualTo("2026-02-02");
    }

    @Test
    void returnsTheStageOfEveryPastDay() {
        var ledger = ONE_COMMENT.plus(inbound(day("2026-03-10"), EngagementKind.COMMENT));
        var stages = stages(ledger, "2026-06-30");

        for (int day = day("2026-01-01"); day <= day("2026-06-30"); day++) {
            var then = RelationshipScore.of(ledger, day, false, STANDARD).stages();
            assertThat(stages.stageOn(day)).isEqualTo(then.stageOn(day));
        }
    }

    @Test
    void anAdvocateVouchedInTheLastNinetyDays() {
        var trusted = EngagementLedger.EMPTY;
        for (int i = 0; i < 20; i++) {
            trusted = trusted.plus(inbound(day("2026-01-01"), EngagementKind.PURCHASE));
        }
        var shared = trusted.plus(inbound(day("2026-01-01"), EngagementKind.SHARE));

        assertThat(stageOn(trusted, "2026-01-01")).isEqualTo(Stage.TRUSTS);
        assertThat(stageOn(shared, "2026-01-01")).isEqualTo(Stage.ADVOCATE);
        assertThat(stageOn(shared, "2026-03-31")).isEqualTo(Stage.ADVOCATE); // 89 days later
        assertThat(stageOn(shared, "2026-04-01")).isEqualTo(Stage.TRUSTS);
        assertThat(stageOn(trusted.plus(outbound(day("2026-01-01"), EngagementKind.SHARE)), "2026-01-01"))
                .as("our own share vouches for nobody")
                .isEqualTo(Stage.TRUSTS);
    }

    @Test
    void vouchingExpiresAtTheEndOfItsWindow() {
        var trusted = EngagementLedger.EMPTY;
        for (int i = 0; i < 20; i++) {
            trusted = trusted.plus(inbound(day("2026-01-31"), EngagementKind.PURCHASE));
        }

        assertThat(stageOn(trusted.plus(inbound(day("2026-02-01"), EngagementKind.SHARE)), "2026-05-01"))
                .as("the 90th day, judged as May begins")
                .isEqualTo(Stage.ADVOCATE);
        assertThat(stageOn(trusted.plus(inbound(day("2026-01-31"), EngagementKind.SHARE)), "2026-05-01"))
                .as("the 91st")
                .isEqualTo(Stage.TRUSTS);
    }

    private static Stage stageOn(EngagementLedger ledger, String date) {
        return RelationshipScore.of(ledger, day(date), false, STANDARD).stage();
    }

    private static String since(EngagementLedger ledger, String date) {
        LocalDate since =
                RelationshipScore.of(ledger, day(date), false, STANDARD).stageSince();
        return since.toString();
    }

    private static StageHistory stages(EngagementLedger ledger, String date) {
        return RelationshipScore.of(ledger, day(date), false, STANDARD).stages();
    }
}
