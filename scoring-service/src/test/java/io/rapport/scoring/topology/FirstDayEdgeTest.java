package io.rapport.scoring.topology;

import static io.rapport.scoring.topology.ScoringEventFixtures.assigned;
import static io.rapport.scoring.topology.ScoringEventFixtures.inbound;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementReceivedBuilder;
import io.rapport.scoring.query.DayQueries;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The first day of a brand where changes of it are not counted as history. */
class FirstDayEdgeTest {

    private static final BrandRegistered BRAND = ScoringEventFixtures.registered(BrandClock.EVENT);

    private final ScoringTopologyDriver stream = new ScoringTopologyDriver();
    private final DayQueries queries = stream.queries();

    @AfterEach
    void close() {
        stream.close();
    }

    /** A change of the current day does not count as history, until the day is an earlier one. */
    @Test
    void theFirstDayMayBeTheCurrentOne() {
        receive(comment("2026-01-05"));
        assertFirst("2026-01-05");

        receive(withdrawn("2026-01-05"), comment("2026-01-06"));
        assertFirst("2026-01-06");
    }

    @Test
    void aChangeWhileTheDayIsSetBackCountsWhenItComesAgain() {
        receive(comment("2026-01-04"), comment("2026-01-05"), comment("2026-02-05"), withdrawn("2026-01-04"));
        assertFirst("2026-01-05");

        stream.setDay("2026-01-05").settle();
        assertThat(queries.days(BRAND).last()).isEqualTo(LocalDate.parse("2026-01-05"));
        receive(withdrawn("2026-01-05"));
        stream.setDay("2026-02-05").settle();
        assertFirst("2026-02-05");
    }

    /** It is of the current day, which does not count as history. */
    @Test
    void theFirstEngagementOfAllGivesTheFirstDay() {
        receive(comment("2026-01-05"), withdrawn("2026-01-05"));
        stream.describe(ScoringEventFixtures.described("P", true, 1)).settle();
        assertThat(queries.days(BRAND).last()).isNotNull();
        assertThat(queries.days(BRAND).first()).isNull();

        receive(inbound("h", "again", "2026-01-05", EngagementKind.COMMENT));
        assertFirst("2026-01-05");
    }

    private void receive(EngagementReceived... engagements) {
        stream.register(BRAND)
                .assign(assigned("h", "P", 1))
                .receive(engagements)
                .settle();
    }

    private void assertFirst(String day) {
        assertThat(queries.days(BRAND).first()).isEqualTo(LocalDate.parse(day));
    }

    private static EngagementReceived comment(String day) {
        return inbound("h", day, day, EngagementKind.COMMENT);
    }

    private static EngagementReceived withdrawn(String day) {
        return EngagementReceivedBuilder.builder(comment(day))
                .withdrawn(true)
                .content(null)
                .build();
    }
}
