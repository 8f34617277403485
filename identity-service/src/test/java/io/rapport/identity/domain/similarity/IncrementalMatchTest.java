package io.rapport.identity.domain.similarity;

import static io.rapport.identity.domain.IdentityFixture.x;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.identity.domain.IdentityFixture;
import io.rapport.identity.domain.store.MatchReview;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IncrementalMatchTest {

    private static final BrandKey BRAND = IdentityFixture.BRAND;
    private static final Instant LATER = IdentityFixture.NOW.plusSeconds(100_000);
    private static final int THERE = 1_100;

    private final IdentityFixture world = new IdentityFixture();
    private final List<Integer> totals = new ArrayList<>();

    /** Names that share no word, so that no row is compared with another one by chance. */
    private static String name(int n) {
        return word(n) + " " + word(n + 50_000);
    }

    private static String word(int n) {
        var letters = new StringBuilder("q");
        for (var rest = n; rest > 0; rest /= 20) {
            letters.append("bcdfghjklmnprstvwxza".charAt(rest % 20)).append("aeiou".charAt(rest % 5));
        }
        return letters.append("th").toString();
    }

    private void list(int from, int to) {
        world.identity
                .clientList()
                .addRows(IntStream.range(from, to)
                        .mapToObj(n -> world.row("c" + n, name(n), null))
                        .toList());
    }

    private void runDue(Instant at) {
        totals.clear();
        world.identity.brandRematch().runDue(BRAND, true, at, (done, all) -> {
            totals.add(all);
            return true;
        });
    }

    private int matched() {
        return totals.stream().max(Comparator.naturalOrder()).orElse(0);
    }

    private Set<List<Object>> reviews() {
        return world.memory.reviews.findPage(BRAND, null, 10_000).stream()
                .map(review -> List.<Object>of(review.pair(), Math.round(review.probability() * 1e6)))
                .collect(Collectors.toSet());
    }

    @Test
    void anImportIntoALargeBrandMatchesOnlyWhatIsNew() {
        list(0, THERE);
        runDue(LATER);
        assertThat(matched()).isEqualTo(THERE);

        list(THERE, THERE + 20);
        runDue(LATER.plusSeconds(1));

        assertThat(matched()).isEqualTo(20);
        runDue(LATER.plusSeconds(2));
        assertThat(matched()).isZero();
    }

    @Test
    void aBrandThatDoubledIsMatchedAsAWhole() {
        list(0, THERE);
        runDue(LATER);
        list(THERE, 2 * THERE);

        runDue(LATER.plusSeconds(1));

        assertThat(matched()).isEqualTo(2 * THERE);
    }

    @Test
    void handlesThatSpellANewRowLooselyAreMatchedWithIt() {
        list(0, THERE);
        var loose = x("the" + name(7_000).replace(" ", "") + "fan1");
        world.sight(loose, IdentityFixture.named(loose.handle()));
        runDue(LATER);
        list(7_000, 7_001);

        runDue(LATER.plusSeconds(1));

        assertThat(matched()).isEqualTo(2);
    }

    @Test
    void anIncrementalRunEndsInTheSuggestionsOfAWholeRun() {
        list(0, THERE);
        for (var n = 0; n < 40; n++) {
            var account = x(name(8_000 + n).replace(" ", n % 2 == 0 ? "" : "_") + (n % 3 == 0 ? "x" : ""));
            world.sight(account, IdentityFixture.named(account.handle()));
        }
        runDue(LATER);
        list(8_000, 8_040);
        runDue(LATER.plusSeconds(1));
        assertThat(matched()).isBetween(40, 80);
        var incremental = reviews();
        var assigned = world.assignments();

        world.identity.brandRematch().run(BRAND, true, LATER.plusSeconds(2), (done, all) -> true);

        assertThat(reviews().stream().map(each -> each.get(0)).toList())
                .containsExactlyInAnyOrderElementsOf(
                        incremental.stream().map(each -> each.get(0)).toList());
        assertThat(world.assignments().keySet()).isEqualTo(assigned.keySet());
        assertThat(incremental.size()
                        + assigned.values().stream()
                                .filter(each -> each.toString().contains("LIKENESS"))
                                .count())
                .isPositive();
    }

    @Test
    void reviewsStayReadableDuringARunAndThoseOfArrivingRowsOutliveIt() {
        list(3, 4);
        world.identity
                .policies()
                .update(io.rapport.identity.domain.link.MatchingPolicyService.withoutInference(
                        world.identity.policies().find(BRAND)));
        var account = x(name(3).replace(" ", ""));
        world.sight(account, IdentityFixture.named(account.handle()));
        var before = world.memory.reviews.findPage(BRAND, null, 10);
        assertThat(before).hasSize(1);
        var arriving = new MatchReview(
                MatchReview.PersonPair.of(
                        IdentityFixture.key(new java.util.UUID(0, 1)), IdentityFixture.key(new java.util.UUID(0, 2))),
                .7,
                1.4,
                List.of(),
                List.of(),
                IdentityFixture.NOW);

        var seen = new ArrayList<Integer>();
        var arrived = new AtomicBoolean();
        world.identity.brandRematch().run(BRAND, true, LATER, (done, all) -> {
            seen.add(world.memory.reviews.find(BRAND, before.get(0).id()).isPresent() ? 1 : 0);
            if (done == all && arrived.compareAndSet(false, true)) {
                // Saved by another thread during the run, with the time of its import.
                world.memory.reviews.save(List.of(arriving));
            }
            return true;
        });

        assertThat(seen).isNotEmpty().containsOnly(1);
        assertThat(world.memory.reviews.findPage(BRAND, null, 10))
                .extracting(MatchReview::id)
                .containsExactlyInAnyOrder(before.get(0).id(), arriving.id());
    }

    @Test
    void rowsThatArriveBetweenTwoChecksPostponeTheRun() {
        list(0, THERE);
        var rematch = world.identity.brandRematch();
        assertThat(rematch.findDue()).isEmpty();
        list(THERE, THERE + 1);
        assertThat(rematch.findDue()).isEmpty();
        assertThat(rematch.findDue()).containsExactly(BRAND);
    }

    @Test
    void aRowThatDidNotChangeIsNotMatchedAgain() {
        list(0, THERE);
        runDue(LATER);
        List<ClientListed> same = List.of(world.row("c1", name(1), null), world.row("c2", name(2), null));
        world.identity.clientList().addRows(same);

        runDue(LATER.plusSeconds(1));

        assertThat(matched()).isZero();
    }
}
