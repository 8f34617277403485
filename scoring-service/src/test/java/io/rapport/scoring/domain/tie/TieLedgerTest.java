package io.rapport.scoring.domain.tie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TieLedgerTest {

    @Test
    void weightHalvesWithEverySixtyDaysBeforeTheLastDay() {
        var ties = TieLedger.of(TieSort.MESSAGE, 100, 3).plus(TieLedger.of(TieSort.EVENT, 160, 1));

        assertThat(ties.weight()).isCloseTo(1 + 1.5, within(1e-9));
        assertThat(ties.firstDay()).isEqualTo(100);
        assertThat(ties.lastDay()).isEqualTo(160);
        assertThat(ties.totals()).isEqualTo(Map.of(TieSort.MESSAGE, 3L, TieSort.EVENT, 1L));
    }

    @Test
    void atMostTwentyContactsOfASortAndDayCount() {
        var ties = TieLedger.of(TieSort.MESSAGE, 100, 500).plus(TieLedger.of(TieSort.EVENT, 100, 1));

        assertThat(ties.weight()).isEqualTo(21);
    }

    @Test
    void referralIsReversedFromTheViewOfTheOther() {
        var ties = TieLedger.of(TieSort.REFERRAL, 100, 2).plus(TieLedger.of(TieSort.MESSAGE, 90, 1));

        assertThat(ties.reversed())
                .isEqualTo(TieLedger.of(TieSort.REFERRED_BY, 100, 2).plus(TieLedger.of(TieSort.MESSAGE, 90, 1)));
        assertThat(ties.reversed().reversed()).isEqualTo(ties);
        assertThat(ties.minus(ties).isEmpty()).isTrue();
    }
}
