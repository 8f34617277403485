package io.rapport.scoring.domain.brand;

import static io.rapport.scoring.domain.ledger.LedgerFixtures.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.score.KindSum;
import io.rapport.contracts.score.RollingRor;
import io.rapport.contracts.score.Stage;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.domain.ledger.LedgerFixtures;
import io.rapport.scoring.domain.relationship.RelationshipScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;

class BrandScorePropertiesTest {

    private static final Offset<Double> EXACT = within(1e-9);
    private static final Offset<Double> MILLIONTH = within(1e-6);
    private static final Set<String> CLIENTS = Set.of("ann", "dan");

    @Property(tries = 200)
    void equalsTheReferenceImplementation(
            @ForAll("histories") List<LedgerEntry> ann,
            @ForAll("histories") List<LedgerEntry> bob,
            @ForAll("histories") List<LedgerEntry> cyd,
            @ForAll("days") int asOf) {
        var people = Map.of("ann", ann, "bob", bob, "cyd", cyd, "dan", List.<LedgerEntry>of());
        var posts = List.of(
                LedgerFixtures.promotional(asOf - 3, EngagementKind.POST),
                LedgerFixtures.outbound(asOf - 20, EngagementKind.POST));
        var naive = new ReferenceBrandScore(people, CLIENTS, posts, asOf);
        var fold = new BrandFold(CLIENTS, asOf);
        people.forEach((person, entries) -> entries.forEach(entry -> fold.add(person, entry)));
        posts.forEach(fold::post);

        assertThat(fold.brand().people()).isEqualTo(naive.people());
        for (var window : BrandScore.of(fold.brand(), asOf, STANDARD)) {
            checkSums(window, naive, asOf);
            checkPeople(window, naive, asOf);
            checkShares(window, naive);
        }
    }

    @Property(tries = 200)
    void doesNotDependOnTheOrderOfChanges(
            @ForAll("histories") List<LedgerEntry> ann,
            @ForAll("histories") List<LedgerEntry> bob,
            @ForAll("days") int first,
            @ForAll("days") int second) {
        var asOf = Math.max(first, second);
        var straight = new BrandFold(Set.of(), asOf);
        ann.forEach(entry -> straight.add("ann", entry));

        var winding = new BrandFold(Set.of(), Math.min(first, second));
        bob.forEach(entry -> winding.add("bob", entry));
        ann.forEach(entry -> winding.add(entry.day() % 2 == 0 ? "ann" : "anna", entry));
        winding.turn(asOf);
        winding.merge("ann", "anna");
        winding.remove("bob");

        assertThat(winding.brand()).isEqualTo(straight.brand());
    }

    @Property(tries = 300)
    void partsAddUpToTheWhole(@ForAll("histories") List<LedgerEntry> entries, @ForAll("days") int asOf) {
        var ledger = LedgerFixtures.ledger(entries);
        var whole = PersonContribution.series(ledger, STANDARD)
                .plus(PersonContribution.snapshot(ledger, RelationshipScore.of(ledger, asOf, true, STANDARD)));

        var parts = new ArrayList<BrandLedger>();
        for (int day : whole.days()) {
            parts.add(whole.seriesOn(day));
        }
        parts.add(whole.snapshot());

        assertThat(parts.stream().reduce(BrandLedger.EMPTY, BrandLedger::plus)).isEqualTo(whole);
        assertThat(whole.series().plus(whole.snapshot())).isEqualTo(whole);
        assertThat(whole.minus(whole)).isEqualTo(BrandLedger.EMPTY);
    }

    private static void checkSums(RollingRor window, ReferenceBrandScore naive, int asOf) {
        var w = window.window();
        var returned = naive.returned(asOf - w + 1, asOf);
        var invested = naive.invested(asOf - w + 1, asOf);
        assertThat(window.returned()).isCloseTo(returned, EXACT);
        assertThat(window.invested()).isCloseTo(invested, EXACT);
        assertRatio(window.ror(), returned, invested);
        assertThat(window.previous().returned()).isCloseTo(naive.returned(asOf - 2 * w + 1, asOf - w), EXACT);
        assertThat(window.previous().invested()).isCloseTo(naive.invested(asOf - 2 * w + 1, asOf - w), EXACT);
        assertRatio(
                window.previous().ror(),
                window.previous().returned(),
                window.previous().invested());
        assertThat(window.kinds().stream()
                        .mapToDouble(sum -> sum.value() * sign(sum))
                        .sum())
                .isCloseTo(returned - invested, EXACT);
    }

    private static void checkPeople(RollingRor window, ReferenceBrandScore naive, int asOf) {
        var w = window.window();
        assertThat(window.seen()).isEqualTo(naive.seen(w));
        assertThat(window.newcomers()).isEqualTo(naive.newcomers(w));
        assertThat(window.returning()).isEqualTo(naive.returning(w));
        assertThat(window.revived()).isEqualTo(naive.revived(w));
        assertThat(window.lapsed()).isEqualTo(naive.lapsed(w));
        assertThat(window.seen()).isEqualTo(window.newcomers() + window.returning() + window.revived());
        assertThat(window.clients()).isEqualTo(CLIENTS.size());
        assertThat(window.clientsSeen()).isEqualTo(naive.clientsSeen(w));
        assertThat(window.clientsNotSeen()).isEqualTo(CLIENTS.size() - naive.clientsSeen(w));
        assertThat(window.meanClientStrength()).isCloseTo(naive.meanClientStrength(), MILLIONTH);
        assertThat(window.stages().keySet())
                .containsExactly(Stage.STRANGER, Stage.KNOWS, Stage.LIKES, Stage.TRUSTS, Stage.ADVOCATE);
        window.stages().forEach((stage, people) -> {
            assertThat(people).isEqualTo(naive.at(stage, asOf));
            assertThat(window.stageMoves().get(stage)).isEqualTo(people - naive.at(stage, asOf - w));
        });
    }

    private static void checkShares(RollingRor window, ReferenceBrandScore naive) {
        var w = window.window();
        assertRatio(window.captiveShare(), naive.captivesSeen(w), naive.seen(w));
        assertRatio(window.captiveNotificationShare(), naive.notificationsOfCaptives(w), naive.notifications(w));
        var outbound = naive.outbound(w, entry -> true);
        assertRatio(window.promotionalShare(), naive.outbound(w, LedgerEntry::promotional), outbound);
        assertRatio(window.givingShare(), naive.outbound(w, ReferenceBrandScore::asksForNothing), outbound);
    }

    private static void assertRatio(@Nullable Double ratio, double part, double whole) {
        if (whole == 0) {
            assertThat(ratio).isNull();
        } else {
            assertThat(ratio).isCloseTo(part / whole, EXACT);
        }
    }

    private static int sign(KindSum sum) {
        return switch (sum.direction()) {
            case INBOUND -> 1;
            case OUTBOUND -> -1;
            case UNKNOWN -> 0;
        };
    }

    @Provide
    Arbitrary<List<LedgerEntry>> histories() {
        return LedgerFixtures.histories();
    }

    @Provide
    Arbitrary<Integer> days() {
        return Arbitraries.integers().between(LedgerFixtures.START, LedgerFixtures.END + 60);
    }
}
