package io.rapport.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
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

    private record Shares(double people, double above95, double above80, double advocates, double largest) {}

    @Test
    void theClosestPeopleCanBeToldApart() {
        var ledgers = DemoBrand.all().stream()
                .map(brand -> ledgers(DemoYear.of(brand, 1, START, DAYS)))
                .toList();
        CANDIDATES.forEach(candidate -> System.out.println(candidate + " " + shares(ledgers, with(candidate))));

        var shares = shares(ledgers, SECOND);
        assertDemands(shares);
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

    /** 525 conversations of customers with 25 brands, each person judged on the last day of their brand. */
    @Test
    @Tag("real-data")
    void customersOfCareTeamsCanBeToldApart() {
        var file = CareConversations.file();
        assumeTrue(file.isPresent(), "The data set ibm_twitter_care is missing");
        var brands = new HashMap<String, Map<String, EngagementLedger>>();
        var last = new HashMap<String, Integer>();
        for (var row : CareConversations.read(file.get())) {
            var day = (int) row.day().toEpochDay();
            brands.computeIfAbsent(row.brand(), brand -> new HashMap<>())
                    .merge(row.handle(), EngagementLedger.EMPTY.plus(entry(row, day)), EngagementLedger::plus);
            last.merge(row.brand(), day, Math::max);
        }
        var total = new ShareCounts();
        CANDIDATES.forEach(
                candidate -> System.out.println("care " + candidate + " " + shares(brands, last, candidate)));
        brands.forEach(
                (brand, people) -> people.values().forEach(ledger -> total.add(ledger, last.get(brand), SECOND)));

        assertDemands(total.shares());
    }

    /** 30 cascades of one platform as one brand, each person judged on the last day of any share. */
    @Test
    @Tag("real-data")
    void peopleWhoShareCanBeToldApart() throws IOException {
        var file = ShareCascades.file();
        assumeTrue(file.isPresent(), "The data set weibo_casflow_sample is missing");
        var people = new HashMap<String, EngagementLedger>();
        var last = 0;
        for (var share : ShareCascades.read(file.get())) {
            var entry = new LedgerEntry(
                    share.day(), Direction.INBOUND, EngagementKind.SHARE, false, 0, LedgerEntry.NOT_JUDGED);
            people.merge(share.user(), EngagementLedger.EMPTY.plus(entry), EngagementLedger::plus);
            last = Math.max(last, share.day());
        }
        var day = last;
        CANDIDATES.forEach(candidate -> System.out.println(
                "shares " + candidate + " " + shares(Map.of("", people), Map.of("", day), candidate)));
        var total = new ShareCounts();
        people.values().forEach(ledger -> total.add(ledger, day, SECOND));

        assertDemands(total.shares());
    }

    private static Shares shares(
            Map<String, Map<String, EngagementLedger>> brands, Map<String, Integer> last, DimensionValues candidate) {
        var counts = new ShareCounts();
        var model = with(candidate);
        brands.forEach(
                (brand, people) -> people.values().forEach(ledger -> counts.add(ledger, last.get(brand), model)));
        return counts.shares();
    }

    private static void assertDemands(Shares shares) {
        assertThat(shares.above95).isLessThanOrEqualTo(0.01);
        assertThat(shares.above80).isLessThanOrEqualTo(0.1);
    }

    private static LedgerEntry entry(EngagementRow row, int day) {
        var polarity =
                row.inbound() ? (int) Math.round(ANALYSER.judge(row.text()).polarity() * 1e6) : LedgerEntry.NOT_JUDGED;
        return new LedgerEntry(
                day,
                row.inbound() ? Direction.INBOUND : Direction.OUTBOUND,
                EngagementKind.valueOf(row.kind()),
                false,
                0,
                polarity);
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
                SECOND.warmthHalfLife(),
                Stage.STRANGER);
    }

    private static Shares shares(List<Map<String, EngagementLedger>> brands, ScoringModel model) {
        var counts = new ShareCounts();
        for (var ledgers : brands) {
            for (int month = 1; month <= 12; month++) {
                var day = (int) START.plusMonths(month).toEpochDay() - 1;
                ledgers.values().forEach(ledger -> counts.add(ledger, day, model));
            }
        }
        return counts.shares();
    }

    /** Counts people by strength. */
    private static final class ShareCounts {

        private double people;
        private double above95;
        private double above80;
        private double advocates;
        private double largest;

        void add(EngagementLedger ledger, int day, ScoringModel model) {
            var score = RelationshipScore.of(ledger, day, false, model);
            if (score.exists()) {
                people++;
                above95 += score.strength() > 95 ? 1 : 0;
                above80 += score.strength() > 80 ? 1 : 0;
                advocates += score.stage() == Stage.ADVOCATE ? 1 : 0;
                largest = Math.max(largest, score.strength());
            }
        }

        Shares shares() {
            return new Shares(people, above95 / people, above80 / people, advocates / people, largest);
        }
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
