package io.rapport.scoring.domain.ledger;

import static io.rapport.scoring.domain.ledger.Given.STANDARD;
import static io.rapport.scoring.domain.ledger.Given.day;
import static io.rapport.scoring.domain.ledger.Given.inbound;
import static io.rapport.scoring.domain.ledger.Given.ledger;
import static io.rapport.scoring.domain.ledger.Given.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.sentiment.WindowSpread;
import io.rapport.scoring.domain.brand.BrandColumns;
import io.rapport.scoring.domain.brand.PersonFigures;
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

class LedgerChangesTest {

    private static final int TODAY = day("2026-05-20");

    record Told(int day, long followers) {
        long at() {
            return day * 86_400_000L;
        }
    }

    @Test
    void anotherPolarityIsAsIfItHadAlwaysBeenThat() {
        var before = ledger(said(TODAY, EngagementKind.REVIEW, -0.4), said(TODAY, EngagementKind.COMMENT, 0.2));
        var after = ledger(said(TODAY, EngagementKind.REVIEW, 0.9), said(TODAY, EngagementKind.COMMENT, 0.2));
        assertThat(before.plus(LedgerChanges.polarity(TODAY, -400_000, 900_000)))
                .isEqualTo(after);

        var unjudged = ledger(inbound(TODAY, EngagementKind.REVIEW));
        assertThat(unjudged.plus(LedgerChanges.polarity(TODAY, Entry.NOT_JUDGED, 900_000)))
                .isEqualTo(ledger(said(TODAY, EngagementKind.REVIEW, 0.9)));
        assertThat(LedgerChanges.polarity(TODAY, 5, 5).isEmpty()).isTrue();
    }

    @Property(tries = 200)
    void ofFollowersTheLatestToldHoldsInAnyOrder(@ForAll("told") List<Told> told, @ForAll Random random) {
        var shuffled = new java.util.ArrayList<>(told);
        Collections.shuffle(shuffled, random);
        assertThat(followers(shuffled)).isEqualTo(followers(told));

        var latest = told.stream().mapToInt(Told::day).max().orElseThrow();
        var expected = told.stream()
                .filter(each -> each.day() == latest)
                .mapToLong(Told::followers)
                .max();
        assertThat(followers(told).cells().at(latest, LedgerColumns.FOLLOWERS)).isEqualTo(expected.orElseThrow());
        assertThat(followers(told).cells().days()).containsExactly(latest);
    }

    @Test
    void whatIsCarriedCountsAsAVoiceButNotAsWords() {
        var share = ledger(inbound(TODAY, EngagementKind.SHARE))
                .plus(LedgerChanges.carried(TODAY, Tone.NONE, Tone.NEGATIVE))
                .plus(LedgerChanges.followers(Ledger.EMPTY, TODAY, 40, 1));
        var week = spread(share);
        assertThat(week.negative().carriers()).isEqualTo(1);
        assertThat(week.negative().voices()).isEqualTo(1);
        assertThat(week.negative().reach()).isEqualTo(40);
        assertThat(week.mean()).isNull();
        var plain = RelationshipScore.of(ledger(inbound(TODAY, EngagementKind.SHARE)), TODAY, false, STANDARD);
        assertThat(RelationshipScore.of(share, TODAY, false, STANDARD)).isEqualTo(plain);

        var turned = share.plus(LedgerChanges.carried(TODAY, Tone.NEGATIVE, Tone.NONE));
        assertThat(spread(turned).negative().carriers()).isZero();
        assertThat(spread(turned).negative().reach()).isZero();
    }

    @Test
    void squaresOfAThousandMillionPeopleFit() {
        var most = (double) BrandColumns.MEAN_UNITS * BrandColumns.MEAN_UNITS * 1e9;
        assertThat(most).isLessThan((double) Long.MAX_VALUE);
    }

    private static WindowSpread spread(Ledger ledger) {
        var score = RelationshipScore.of(ledger, TODAY, false, STANDARD);
        var brand = PersonFigures.series(ledger, STANDARD).plus(PersonFigures.snapshot(ledger, score));
        return BrandSpread.of(brand, SpreadLedger.EMPTY, TODAY).get(0);
    }

    private static Ledger followers(List<Told> told) {
        var ledger = Ledger.EMPTY;
        for (var each : told) {
            ledger = ledger.plus(LedgerChanges.followers(ledger, each.day(), each.followers(), each.at()));
        }
        return ledger;
    }

    @Provide
    Arbitrary<List<Told>> told() {
        return Combinators.combine(
                        Arbitraries.integers().between(TODAY - 5, TODAY),
                        Arbitraries.longs().between(0, 1000))
                .as(Told::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }
}
