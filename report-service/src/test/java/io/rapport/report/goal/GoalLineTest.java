package io.rapport.report.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandGoal;
import io.rapport.report.domain.EmptyFigures;
import io.rapport.report.domain.goal.GoalFigure;
import io.rapport.report.domain.goal.GoalProgress;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the progress of a goal leads to. */
class GoalLineTest {

    private static final BrandKey BRAND = new BrandKey("a", "b");
    private static final String PATH = "/agencies/a/brands/b";

    @ParameterizedTest
    @EnumSource(GoalFigure.class)
    void progressOfEveryGoalIsALink(GoalFigure figure) {
        assertThat(line(figure).link()).startsWith(PATH + "/");
    }

    @ParameterizedTest
    @CsvSource({
        "CLIENTS_SEEN_SHARE, /people?seen=any&window=30&client=true, /people?seen=none&window=30&client=true",
        "ROR, /ror/people?side=returned&window=30, /ror/people?side=invested&window=30",
        "ANSWER_MINUTES, /channels/people?figure=answered&sort=-amount, /service",
        "ANSWERED_WITHIN_TARGET, /channels/people?figure=answered&sort=-amount, /service",
    })
    void peopleOutsideOfTheValueAreALinkAsWell(GoalFigure figure, String link, String others) {
        var line = line(figure);
        assertThat(line.link()).isEqualTo(PATH + link);
        assertThat(line.others()).isNotNull();
        assertThat(line.others().link()).isEqualTo(PATH + others);
        assertThat(line.others().words()).isNotBlank();
    }

    @Test
    void goalOfAMonthLeadsToThePeopleOfItsDays() {
        var from = LocalDate.of(2025, 4, 1);
        var to = LocalDate.of(2025, 4, 30);
        assertThat(GoalLine.of(progress(GoalFigure.ROR), BRAND, from, to).link())
                .isEqualTo(PATH + "/ror/people?side=returned&from=2025-04-01&asOf=2025-04-30");
        var clients = GoalLine.of(progress(GoalFigure.CLIENTS_SEEN_SHARE), BRAND, from, to);
        assertThat(clients.link()).isEqualTo(PATH + "/people?asOf=2025-04-30&seenSince=2025-04-01&client=true");
        assertThat(clients.others()).isNotNull();
        assertThat(clients.others().link())
                .isEqualTo(PATH + "/people?asOf=2025-04-30&notSeenSince=2025-04-01&client=true");
        assertThat(GoalLine.of(progress(GoalFigure.ANSWER_MINUTES), BRAND, from, to)
                        .link())
                .isEqualTo(PATH + "/channels/people?figure=answered&sort=-amount&from=2025-04-01&to=2025-04-30");
    }

    private static GoalLine line(GoalFigure figure) {
        return GoalLine.of(progress(figure), BRAND);
    }

    private static GoalProgress progress(GoalFigure figure) {
        return GoalProgress.of(List.of(new BrandGoal(figure.field(), 1)), EmptyFigures.ror(30), null, Map.of())
                .get(0);
    }
}
