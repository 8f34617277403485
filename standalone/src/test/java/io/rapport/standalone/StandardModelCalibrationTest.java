package io.rapport.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.model.DimensionValues;
import io.rapport.contracts.score.Stage;
import io.rapport.demo.DemoBrand;
import io.rapport.demo.DemoEngagement;
import io.rapport.demo.DemoYear;
import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.domain.relationship.RelationshipScore;
import io.rapport.scoring.sentiment.SentimentAnalyser;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The demands on {@code standard-2}, on a year of the demo's brands judged on each month's end. Prints the shares for several
 * saturations, which is how the constants were chosen.
 */
class StandardModelCalibrationTest {

    private static final LocalDate START = LocalDate.parse("2025-11-29");
    private static final int DAYS = 365;
    private static final SentimentAnalyser ANALYSER = new SentimentAnalyser();

    private static final ScoringModel SECOND = ScoringModel.standards().get(1);
    private static final List<DimensionValues> CANDIDATES = List.of(
            new DimensionValues(6, 6, 8),
            new DimensionValues(9, 10, 14),
            new DimensionValues(12, 15, 20),
            new DimensionValues(15, 18, 25),
            new DimensionValues(20, 20, 30));

    private record Shares(double above95, double above80, double advocates, double largest) {}

    @Test
    void theClosestPeopleCanBeToldApart() {
        var ledgers = DemoBrand.all().stream()
                .map(brand -> ledgers(DemoYear.of(brand, 1, START, DAYS)))
                .toList();
        CANDIDATES.forEach(candidate -> System.out.println(candidate + " " + shares(ledgers, with(candidate))));

        var shares = shares(ledgers, SECOND);
        assertThat(shares.above95).isLessThanOrEqualTo(0.01);
        assertThat(shares.above80).isLessThanOrEqualTo(0.1);
        assertThat(shares.largest).isGreaterThan(90);
        assertThat(shares(ledgers, ScoringModel.standard()).above95).isGreaterThan(0.01);
    }

    @Test
    void trustNeedsMoreThanOnePurchaseAndAComment() {
        var bought =
                EngagementLedger.EMPTY.plus(inbound(EngagementKind.PURCHASE)).plus(inbound(EngagementKind.COMMENT));
        assertThat(stage(bought)).isLessThan(Stage.TRUSTS);
        assertThat(stage(bought.plus(bought).plus(bought))).isGreaterThanOrEqualTo(Stage.TRUSTS);
    }

    private static LedgerEntry inbound(EngagementKind kind) {
        return new LedgerEntry((int) START.toEpochDay(), Direction.INBOUND, kind, false, 0, LedgerEntry.POLARITY_SCALE);
    }

    private static Stage stage(EngagementLedger ledger) {
        return RelationshipScore.of(ledger, (int) START.toEpochDay(), false, SECOND)
                .stage();
    }

    private static ScoringModel with(DimensionValues saturation) {
        return new ScoringModel(
                "candidate",
                SECOND.inbound(),
                SECOND.effort(),
                SECOND.cap(),
                SECOND.halfLife(),
                saturation,
                SECOND.share(),
                SECOND.sentiment(),
                SECOND.stages(),
                SECOND.warmthHalfLife());
    }

    private static Shares shares(List<Map<String, EngagementLedger>> brands, ScoringModel model) {
        double people = 0;
        double above95 = 0;
        double above80 = 0;
        double advocates = 0;
        double largest = 0;
        for (var ledgers : brands) {
            for (int month = 1; month <= 12; month++) {
                var day = (int) START.plusMonths(month).toEpochDay() - 1;
                for (var ledger : ledgers.values()) {
                    var score = RelationshipScore.of(ledger, day, false, model);
                    if (score.exists()) {
                        people++;
                        above95 += score.strength() > 95 ? 1 : 0;
                        above80 += score.strength() > 80 ? 1 : 0;
                        advocates += score.stage() == Stage.ADVOCATE ? 1 : 0;
                        largest = Math.max(largest, score.strength());
                    }
                }
            }
        }
        return new Shares(above95 / people, above80 / people, advocates / people, largest);
    }

    private static Map<String, EngagementLedger> ledgers(DemoYear year) {
        var people = new HashMap<String, String>();
        year.people()
                .forEach(person -> person.handles()
                        .forEach((channel, actor) -> people.put(channel + " " + actor.id(), person.name())));
        var ledgers = new HashMap<String, EngagementLedger>();
        for (var e : year.engagements()) {
            var isBot = Boolean.TRUE.equals(e.actor().bot());
            if (e.kind() != EngagementKind.POST && !isBot) {
                var handle = e.channel() + " " + e.actor().id();
                ledgers.merge(
                        people.getOrDefault(handle, handle),
                        EngagementLedger.EMPTY.plus(entry(e, year)),
                        EngagementLedger::plus);
            }
        }
        return ledgers;
    }

    private static LedgerEntry entry(DemoEngagement e, DemoYear year) {
        var day = (int) e.occurredAt()
                .atZone(ZoneId.of(year.brand().timeZone()))
                .toLocalDate()
                .toEpochDay();
        var minutes = e.value() == null || e.value().minutes() == null || e.direction() == Direction.INBOUND
                ? 0
                : Math.round(e.value().minutes() * 1000);
        var text = e.content() == null ? null : e.content().text();
        var polarity = text == null || e.direction() == Direction.OUTBOUND
                ? LedgerEntry.NOT_JUDGED
                : (int) Math.round(ANALYSER.judge(text).polarity() * 1e6);
        return new LedgerEntry(day, e.direction(), e.kind(), false, minutes, polarity);
    }
}
