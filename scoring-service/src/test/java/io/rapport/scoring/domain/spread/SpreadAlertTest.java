package io.rapport.scoring.domain.spread;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.scoring.domain.brand.BrandColumns;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.ledger.LedgerCells;
import io.rapport.scoring.domain.ledger.MessageTone;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpreadAlertTest {

    private static final int TODAY = 20_000;

    @Test
    void carriersAlertAboveThreeStandardDeviationsOfTheBaseline() {
        // alternating 8 and 12: mean 10, standard deviation 2
        assertThat(alert(16, 8, 12)).isNull();
        assertThat(alert(17, 8, 12))
                .isEqualTo("17 people spread negative messages today; the mean of the previous 28 days is 10.0 per day"
                        + " (standard deviation 2.0).");
    }

    @Test
    void carriersAlertFromFivePeople() {
        assertThat(alert(4, 0, 0)).isNull();
        assertThat(alert(5, 0, 0)).startsWith("5 people");
    }

    @Test
    void theBaselineHas28Days() {
        // one day with 28 carriers: mean 1 and standard deviation 5.2 within the baseline, 0 before it
        assertThat(alertWithPeak(10, TODAY - 28)).isNull();
        assertThat(alertWithPeak(10, TODAY - 29)).startsWith("10 people");
    }

    @Test
    void aNegativeReproductionAboveOneAlerts() {
        assertThat(reproductionAlert(5, 5)).isNull();
        assertThat(reproductionAlert(5, 6))
                .startsWith("Negative word of mouth is growing: each negative message of the last 7 days led to 1.20"
                        + " more within 48 hours (90 % interval ");
        assertThat(reproductionAlert(4, 400)).isNull();
    }

    private static @Nullable String alert(int today, int evenDays, int oddDays) {
        var cells = new LedgerCells.Builder(40);
        for (int day = TODAY - 28; day < TODAY; day++) {
            addCarriers(cells, day, day % 2 == 0 ? evenDays : oddDays);
        }
        addCarriers(cells, TODAY, today);
        return SpreadAlert.of(new BrandLedger(cells.build(), LedgerCells.EMPTY), List.of(), TODAY);
    }

    private static @Nullable String alertWithPeak(int today, int peakDay) {
        var cells = new LedgerCells.Builder(2);
        addCarriers(cells, peakDay, 28);
        addCarriers(cells, TODAY, today);
        return SpreadAlert.of(new BrandLedger(cells.build(), LedgerCells.EMPTY), List.of(), TODAY);
    }

    private static void addCarriers(LedgerCells.Builder cells, int day, int carriers) {
        cells.add(day, BrandColumns.toneColumn(BrandColumns.CARRIERS_OF_DAY, MessageTone.NEGATIVE), carriers);
    }

    private static @Nullable String reproductionAlert(int parents, int children) {
        var cascades = SpreadLedger.EMPTY;
        for (var parent : Collections.nCopies(
                parents - 1,
                new ParentMessage(
                        TODAY - 3, MessageTone.NEGATIVE, false, 0, ParentMessage.NEVER, ParentMessage.NEVER))) {
            cascades = cascades.plus(SpreadLedger.of(parent));
        }
        cascades = cascades.plus(SpreadLedger.of(
                new ParentMessage(TODAY - 3, MessageTone.NEGATIVE, false, children, 1000, ParentMessage.NEVER)));
        return SpreadAlert.of(BrandLedger.EMPTY, BrandSpread.of(BrandLedger.EMPTY, cascades, TODAY), TODAY);
    }
}
