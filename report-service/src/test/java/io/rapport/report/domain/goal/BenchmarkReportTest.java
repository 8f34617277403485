package io.rapport.report.domain.goal;

import static io.rapport.report.ReportTestEvents.DAY;
import static io.rapport.report.ReportTestEvents.brandDay;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandGoal;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.score.BrandScoreChangedBuilder;
import io.rapport.contracts.score.RollingRor;
import io.rapport.contracts.score.RollingRorBuilder;
import io.rapport.report.domain.EmptyFigures;
import io.rapport.report.domain.brand.BrandDayRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BenchmarkReportTest {

    private final Map<BrandKey, BrandScoreChanged> states = new HashMap<>();
    private final BenchmarkReport report = new BenchmarkReport(new LatestDays());

    @Test
    void medianIsShownFromFiveBrandsOn() {
        var four = brands(4);
        assertThat(report.find(four)).isEmpty();
        var five = brands(5);
        assertThat(report.find(five).get(GoalFigure.SEEN)).isEqualTo(new GoalProgress.AgencyBenchmark(30, 5));
        var six = brands(6);
        assertThat(report.find(six).get(GoalFigure.SEEN)).isEqualTo(new GoalProgress.AgencyBenchmark(35, 6));
    }

    @Test
    void brandsWithoutAMeasurableFigureTakeNoPart() {
        var six = brands(6);
        save(six.get(0), EmptyFigures.ror(30));
        save(six.get(1), EmptyFigures.ror(30));
        assertThat(report.find(six)).isEmpty();
        assertThat(report.find(brands(5))).doesNotContainKey(GoalFigure.ANSWER_MINUTES);
    }

    @Test
    void goalIsReachedFromItsTargetUpOrDown() {
        var ror = RollingRorBuilder.builder(EmptyFigures.ror(30))
                .ror(2.0)
                .promotionalShare(0.4)
                .clients(10)
                .clientsSeen(2)
                .build();
        var goals = List.of(
                new BrandGoal("ror", 2),
                new BrandGoal("promotionalShare", 0.3),
                new BrandGoal("clientsSeenShare", 0.3),
                new BrandGoal("answerMinutes", 120),
                new BrandGoal("ofALaterVersion", 1));
        assertThat(GoalProgress.of(goals, ror, null, Map.of()))
                .extracting(GoalProgress::reached)
                .containsExactly(true, false, false, null);
    }

    private List<BrandKey> brands(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> {
                    var brand = new BrandKey("north", "b" + i);
                    save(
                            brand,
                            RollingRorBuilder.builder(EmptyFigures.ror(30))
                                    .seen(10L * i)
                                    .build());
                    return brand;
                })
                .toList();
    }

    private void save(BrandKey brand, RollingRor window) {
        states.put(
                brand,
                BrandScoreChangedBuilder.builder(brandDay(brand, DAY, 1, 1))
                        .windows(List.of(window))
                        .service(null)
                        .build());
    }

    /** The published figures of brands. */
    private final class LatestDays implements BrandDayRepository<BrandScoreChanged> {

        @Override
        public void saveNewer(Collection<BrandScoreChanged> newer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<BrandScoreChanged> findLatest(BrandKey brand) {
            return Optional.ofNullable(states.get(brand));
        }

        @Override
        public Optional<BrandScoreChanged> findAsOf(BrandKey brand, LocalDate day) {
            return findLatest(brand);
        }

        @Override
        public Optional<LocalDate> findFirstDay(BrandKey brand) {
            return Optional.empty();
        }
    }
}
