package io.rapport.scoring.domain.spread;

import io.rapport.contracts.sentiment.WindowSpread;
import io.rapport.scoring.domain.brand.BrandColumns;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.ledger.MessageTone;
import io.rapport.scoring.domain.policy.ChangePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Alerts about negative word of mouth, by the thresholds of {@link ChangePolicy}. */
public final class SpreadAlert {

    private SpreadAlert() {}

    /**
     * Describes the alerts of a day: a window's negative reproduction rate, or the number of negative carriers.
     *
     * @param people the brand's figures
     * @param windows the sentiment spread of the same day
     * @param asOf epoch day
     * @return one or two sentences; null without an alert
     */
    public static @Nullable String of(BrandLedger people, List<WindowSpread> windows, int asOf) {
        var sentences = new ArrayList<String>(2);
        windows.stream()
                .filter(window -> ChangePolicy.isReproductionAlert(
                        window.negative().reproduction().value()))
                .findFirst()
                .ifPresent(window -> sentences.add(reproductionAlert(window)));
        var carrierAlert = carrierAlert(people, asOf);
        if (carrierAlert != null) {
            sentences.add(carrierAlert);
        }
        return sentences.isEmpty() ? null : String.join(" ", sentences);
    }

    private static String reproductionAlert(WindowSpread window) {
        var reproduction = window.negative().reproduction();
        return String.format(
                Locale.ROOT,
                "Negative word of mouth is growing: each negative message of the last %d days led to %.2f more within 48 hours"
                        + " (90 %% interval %.2f to %.2f, %d messages).",
                window.window(),
                reproduction.value(),
                reproduction.low(),
                reproduction.high(),
                reproduction.parents());
    }

    private static @Nullable String carrierAlert(BrandLedger people, int asOf) {
        var today = carriers(people, asOf);
        double sum = 0;
        double squares = 0;
        for (int day = asOf - ChangePolicy.ALERT_BASELINE_DAYS; day < asOf; day++) {
            double carriers = carriers(people, day);
            sum += carriers;
            squares += carriers * carriers;
        }
        var mean = sum / ChangePolicy.ALERT_BASELINE_DAYS;
        var deviation = Math.sqrt(Math.max(0, squares / ChangePolicy.ALERT_BASELINE_DAYS - mean * mean));
        if (!ChangePolicy.isCarrierAlert(today, mean, deviation)) {
            return null;
        }
        return String.format(
                Locale.ROOT,
                "%d people spread negative messages today; the mean of the previous %d days is %.1f per day"
                        + " (standard deviation %.1f).",
                today,
                ChangePolicy.ALERT_BASELINE_DAYS,
                mean,
                deviation);
    }

    private static long carriers(BrandLedger people, int day) {
        return people.seriesCells()
                .valueAt(day, BrandColumns.toneColumn(BrandColumns.CARRIERS_OF_DAY, MessageTone.NEGATIVE));
    }
}
