package io.rapport.scoring.domain.ledger;

import static io.rapport.scoring.domain.ledger.LedgerFixtures.STANDARD;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.day;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.inbound;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.judged;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.ledger;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.sentiment.WindowSpread;
import io.rapport.scoring.domain.brand.BrandColumns;
import io.rapport.scoring.domain.brand.PersonContribution;
import io.rapport.scoring.domain.relationship.RelationshipScore;
import io.rapport.scoring.domain.spread.BrandSpread;
import io.rapport.scoring.domain.spread.SpreadLedger;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EngagementLedgerChangesTest {

    private static final int TODAY = day("2026-05-20");

    record FollowerReport(int day, long followers) {
        long at() {
            return day * 86_400_000L;
        }
    }

    @Test
    void aCorrectedPolarityEqualsTheOriginalOne() {
        var before = ledger(judged(TODAY, EngagementKind.REVIEW, -0.4), judged(TODAY, EngagementKind.COMMENT, 0.2));
        var after = ledger(judged(TODAY, EngagementKind.REVIEW, 0.9), judged(TODAY, EngagementKind.COMMENT, 0.2));
        assertThat(before.plus(EngagementLedgerChanges.polarityChange(TODAY, -400_000, 900_000)))
                .isEqualTo(after);

        var unjudged = ledger(inbound(TODAY, EngagementKind.REVIEW));
        assertThat(unjudged.plus(EngagementLedgerChanges.polarityChange(TODAY, LedgerEntry.NOT_JUDGED, 900_000)))
                .isEqualTo(ledger(judged(TODAY, EngagementKind.REVIEW, 0.9)));
        assertThat(EngagementLedgerChanges.polarityChange(TODAY, 5, 5).isEmpty())
                .isTrue();
    }

    @Property(tries = 200)
    void theLatestFollowerReportWinsInAnyOrder(@ForAll("reports") List<FollowerReport> reports, @ForAll Random random) {
        var shuffled = new java.util.ArrayList<>(reports);
        Collections.shuffle(shuffled, random);
        assertThat(followers(shuffled)).isEqualTo(followers(reports));

        var latest = reports.stream().mapToInt(FollowerReport::day).max().orElseThrow();
        var expected = reports.stream()
                .filter(each -> each.day() == latest)
                .mapToLong(FollowerReport::followers)
                .max();
        assertThat(followers(reports).cells().valueAt(latest, EngagementColumns.FOLLOWERS))
                .isEqualTo(expected.orElseThrow());
        assertThat(followers(reports).cells().days()).containsExactly(latest);
    }

    @Test
    void sharedMessagesCountAsVoicesWithoutSentiment() {
        var share = ledger(inbound(TODAY, EngagementKind.SHARE))
                .plus(EngagementLedgerChanges.sharedToneChange(TODAY, MessageTone.NONE, MessageTone.NEGATIVE))
                .plus(EngagementLedgerChanges.followerChange(EngagementLedger.EMPTY, TODAY, 40, 1));
        var week = spread(share);
        assertThat(week.negative().carriers()).isEqualTo(1);
        assertThat(week.negative().voices()).isEqualTo(1);
        assertThat(week.negative().reach()).isEqualTo(40);
        assertThat(week.mean()).isNull();
        var plain = RelationshipScore.of(ledger(inbound(TODAY, EngagementKind.SHARE)), TODAY, false, STANDARD);
        assertThat(RelationshipScore.of(share, TODAY, false, STANDARD)).isEqualTo(plain);

        var turned =
                share.plus(EngagementLedgerChanges.sharedToneChange(TODAY, MessageTone.NEGATIVE, MessageTone.NONE));
        assertThat(spread(turned).negative().carriers()).isZero();
        assertThat(spread(turned).negative().reach()).isZero();
    }

    @Test
    void squaresOfABillionPeopleFitIntoALong() {
        var most = (double) BrandColumns.MEAN_UNITS * BrandColumns.MEAN_UNITS * 1e9;
        assertThat(most).isLessThan((double) Long.MAX_VALUE);
    }

    private static WindowSpread spread(EngagementLedger ledger) {
        var score = RelationshipScore.of(ledger, TODAY, false, STANDARD);
        var brand = PersonContribution.series(ledger, STANDARD).plus(PersonContribution.snapshot(ledger, score));
        return BrandSpread.of(brand, SpreadLedger.EMPTY, TODAY).get(0);
    }

    private static EngagementLedger followers(List<FollowerReport> reports) {
        var ledger = EngagementLedger.EMPTY;
        for (var each : reports) {
            ledger = ledger.plus(
                    EngagementLedgerChanges.followerChange(ledger, each.day(), each.followers(), each.at()));
        }
        return ledger;
    }

    @Provide
    Arbitrary<List<FollowerReport>> reports() {
        return Combinators.combine(
                        Arbitraries.integers().between(TODAY - 5, TODAY),
                        Arbitraries.longs().between(0, 1000))
                .as(FollowerReport::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }
}
