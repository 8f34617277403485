package io.rapport.scoring.topology.brand.state;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.score.ServiceWindow;
import io.rapport.contracts.score.ValueWindow;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.ledger.FigureWindows;
import io.rapport.scoring.domain.service.AnswerStatistics;
import io.rapport.scoring.domain.value.DaySums;
import io.rapport.scoring.domain.value.ValueFigures;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Calculates the value and service windows of brands from the stores that {@link BrandDaySumStore} writes. */
public final class BrandDayWindows {

    private static final int LONGEST_WINDOW = 90;

    private final ReadOnlyKeyValueStore<String, DaySums> days;
    private final ReadOnlyKeyValueStore<String, BrandRegistered> registrations;

    /** Reads from the stores {@link BrandStores#BRAND_DAY_SUMS} and {@link BrandStores#BRAND_REGISTRATION}. */
    public BrandDayWindows(
            ReadOnlyKeyValueStore<String, DaySums> days, ReadOnlyKeyValueStore<String, BrandRegistered> registrations) {
        this.days = days;
        this.registrations = registrations;
    }

    /** The value and service windows of a brand. */
    public record Windows(List<ValueWindow> value, List<ServiceWindow> service) {}

    /**
     * Calculates the windows that end at a day.
     *
     * @param ledger ledger of the brand, for the hours invested
     * @param asOf epoch day
     */
    public Windows windows(String brand, BrandLedger ledger, int asOf) {
        return windows(brand, ledger, asOf, FigureWindows.ROLLING);
    }

    /** Calculates other windows that end at a day. */
    public Windows windows(String brand, BrandLedger ledger, int asOf, FigureWindows windows) {
        var registered = registrations.get(brand);
        var prices = registered == null ? null : registered.prices();
        var target = registered == null ? null : registered.answerTargetMinutes();
        var sums = sumUpTo(brand, asOf);
        return new Windows(
                ValueFigures.of(new ValueFigures.Sources(ledger, sums.value(), sums.service(), prices), asOf, windows),
                AnswerStatistics.of(sums.service(), asOf, target, windows));
    }

    private DaySums sumUpTo(String brand, int asOf) {
        var all = new ArrayList<DaySums>();
        try (var range =
                days.range(BrandDayKeys.key(brand, asOf - LONGEST_WINDOW + 1), BrandDayKeys.key(brand, asOf))) {
            range.forEachRemaining(day -> all.add(day.value));
        }
        return DaySums.sum(all);
    }
}
