package io.rapport.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoPlanTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-11-22T00:00:00Z", "2026-11-22T00:19:00Z", "2026-11-22T11:59:59Z", "2026-11-22T23:59:59Z"})
    void allEngagementsAreInThePastInEveryTimeZone(String now) {
        var time = Instant.parse(now);

        var years = DemoPlan.upTo(time, 1, 120).years();

        assertThat(years)
                .isNotEmpty()
                .allSatisfy(year -> assertThat(year.engagements())
                        .allSatisfy(each -> assertThat(each.occurredAt()).isBefore(time)));
    }
}
