package io.rapport.scoring.domain.spread;

import io.rapport.contracts.sentiment.WindowSpread;
import io.rapport.scoring.domain.brand.BrandColumns;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.ledger.MessageTone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says when somebody should look at how bad word spreads. */
public final class SpreadAlert {

    private static final int DAYS_BEFORE = 28;
    private static final int FEWEST_CARRIERS = 5;
    private static final double DEVIATIONS = 3;

    private SpreadAlert() {}

    /**
     * A sentence or two for a person, when each bad word brings more than one other, or when on {@code asOf} more people
     * carry bad word than the mean of the 28 days before and three standard deviations, and at least 5 of them; null
     * when nobody needs to look.
     *
     * @param people the brand's figures
     * @param windows the spread on the same day
     * @param asOf epoch day
     */
    public static @Nullable String of(BrandLedger people, List<WindowSpread> windows, int asOf) {
        var sentences = new ArrayList<String>(2);
        windows.stream().filter(SpreadAlert::isGrowing).findFirst().ifPresent(window -> sentences.add(growing(window)));
        var surge = surge(people, asOf);
        if (surge != null) {
            sentences.add(surge);
        }
        return sentences.isEmpty() ? null : String.join(" ", sentences);
    }

    private static boolean isGrowing(WindowSpread window) {
        var value = window.negative().reproduction().value();
        return value != null && value > 1;
    }

    private static String growing(WindowSpread window) {
        var r = window.negative().reproduction();
        return String.format(
                Locale.ROOT,
                "Bad word is growing: each negative message of the last %d days brought %.2f more within 48 hours"
                        + " (90 %% interval %.2f to %.2f, %d messages).",
                window.window(),
                r.value(),
                r.low(),
                r.high(),
                r.parents());
    }

    private static @Nullable String surge(BrandLedger people, int asOf) {
        var today = carriers(people, asOf);
        double sum = 0;
        double squares = 0;
        for (int day = asOf - DAYS_BEFORE; day < asOf; day++) {
            double carriers = carriers(people, day);
            sum += carriers;
            squares += carriers * carriers;
        }
        var mean = sum / DAYS_BEFORE;
        var deviation = Math.sqrt(Math.max(0, squares / DAYS_BEFORE - mean * mean));
        if (today < FEWEST_CARRIERS || today <= mean + DEVIATIONS * deviation) {
            return null;
        }
        return String.format(
                Locale.ROOT,
                "%d people carried bad word today; on the 28 days before it were %.1f a day (standard deviation %.1f).",
                today,
                mean,
                deviation);
    }

    private static long carriers(BrandLedger people, int day) {
        return people.seriesCells().valueAt(day, BrandColumns.toneColumn(BrandColumns.CARRIERS_OF_DAY, MessageTone.NEGATIVE));
    }
}
