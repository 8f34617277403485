package io.rapport.scoring.domain.day;

import io.rapport.contracts.score.WindowSums;
import io.rapport.scoring.domain.ledger.RollingWindows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * The people with the largest return and effort of a window.
 *
 * @param window length in days
 * @param returned people with the largest return above 0, largest first
 * @param invested people with the largest effort above 0, largest first
 */
public record TopPersonDays(int window, List<Amount> returned, List<Amount> invested) {

    private static final int MAX_PEOPLE = 10;

    /** A person's part of a sum. */
    public record Amount(UUID person, double value) {}

    static List<TopPersonDays> none() {
        var none = new ArrayList<TopPersonDays>();
        for (int w = 0; w < RollingWindows.COUNT; w++) {
            none.add(new TopPersonDays(RollingWindows.days(w), List.of(), List.of()));
        }
        return none;
    }

    TopPersonDays plus(UUID person, WindowSums sums) {
        var isReturned = isLarge(returned, sums.returned());
        var isInvested = isLarge(invested, sums.invested());
        return isReturned || isInvested
                ? plus(new TopPersonDays(
                        window,
                        isReturned ? List.of(new Amount(person, sums.returned())) : List.of(),
                        isInvested ? List.of(new Amount(person, sums.invested())) : List.of()))
                : this;
    }

    TopPersonDays plus(TopPersonDays other) {
        return new TopPersonDays(window, largest(returned, other.returned), largest(invested, other.invested));
    }

    private static boolean isLarge(List<Amount> top, double value) {
        return value > 0 && (top.size() < MAX_PEOPLE || value >= top.get(MAX_PEOPLE - 1).value);
    }

    private static List<Amount> largest(List<Amount> some, List<Amount> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        all.sort(Comparator.comparingDouble(Amount::value).reversed().thenComparing(Amount::person));
        return List.copyOf(all.subList(0, Math.min(MAX_PEOPLE, all.size())));
    }
}
