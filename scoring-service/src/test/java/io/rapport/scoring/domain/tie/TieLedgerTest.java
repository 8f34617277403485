package io.rapport.scoring.domain.tie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.contracts.tie.TieDayBuilder;
import java.time.LocalDate;
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
    void ofMessagesAndMentionsOfADayTheLargerNumberCounts() {
        var ties = TieLedger.of(TieSort.MESSAGE, 100, 3)
                .plus(TieLedger.of(TieSort.MENTION, 100, 2))
                .plus(TieLedger.of(TieSort.MENTION, 160, 4));

        assertThat(ties.weight()).isCloseTo(4 + 1.5, within(1e-9));
        assertThat(ties.totals()).isEqualTo(Map.of(TieSort.MESSAGE, 3L, TieSort.MENTION, 6L));
        assertThat(ties.reversed()).isEqualTo(ties);
    }

    @Test
    void daysAreTheLatestOnesAscending() {
        var ties = TieLedger.of(TieSort.REFERRAL, 100, 2)
                .plus(TieLedger.of(TieSort.EVENT, 100, 1))
                .plus(TieLedger.of(TieSort.MESSAGE, 90, 1))
                .plus(TieLedger.of(TieSort.MENTION, 80, 1));

        var first = TieDayBuilder.builder()
                .day(LocalDate.ofEpochDay(90))
                .messages(1L)
                .build();
        var second = TieDayBuilder.builder()
                .day(LocalDate.ofEpochDay(100))
                .events(1L)
                .referrals(2L)
                .build();
        assertThat(ties.days(2)).containsExactly(first, second);
        assertThat(ties.days(9)).hasSize(3);
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
