package io.rapport.scoring.domain.value;

import static io.rapport.scoring.domain.value.ValueFixtures.purchase;
import static io.rapport.scoring.domain.value.ValueFixtures.search;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.brand.PriceList;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.score.FigureEvidence;
import io.rapport.contracts.score.ValueKind;
import io.rapport.contracts.score.ValuePart;
import io.rapport.contracts.score.ValueStream;
import io.rapport.contracts.score.ValueWindow;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.brand.PersonContribution;
import io.rapport.scoring.domain.ledger.LedgerFixtures;
import io.rapport.scoring.domain.service.ServiceLedger;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValueFiguresTest {

    private static final int TODAY = LedgerFixtures.START + 200;
    private static final ServiceLedger ANSWERED =
            ServiceLedger.answered(TODAY, true, 60).plus(ServiceLedger.answered(TODAY, false, 60));

    @Test
    void streamsAndCurrenciesAreNotAddedUp() {
        var windows = figures(
                List.of(
                        purchase(TODAY, "10.50", "EUR", "bob"),
                        purchase(TODAY - 6, "2", "EUR", null),
                        purchase(TODAY - 7, "4", "EUR", null),
                        purchase(TODAY - 90, "8", "EUR", null),
                        purchase(TODAY + 1, "8", "EUR", null),
                        purchase(TODAY - 29, "100", "NOK", null)),
                null);

        assertThat(windows).extracting(ValueWindow::window).containsExactly(7, 30, 90);
        assertThat(windows.get(0).streams())
                .containsExactly(
                        stream(ValueKind.DIRECT_SALES, "EUR", "12.5", 2), stream(ValueKind.REFERRAL, "EUR", "10.5", 1));
        assertThat(windows.get(1).streams())
                .containsExactly(
                        stream(ValueKind.DIRECT_SALES, "EUR", "16.5", 3),
                        stream(ValueKind.DIRECT_SALES, "NOK", "100", 1),
                        stream(ValueKind.REFERRAL, "EUR", "10.5", 1));
        assertThat(windows.get(2).streams()).isEqualTo(windows.get(1).streams());
    }

    @Test
    void visitsAfterASearchAreValuedAtTheKeywordPrice() {
        var visits = List.of(
                search(TODAY, "Coffee"), search(TODAY - 3, "coffee"), search(TODAY, "Tea"), search(TODAY, "free"));
        var prices = prices("coffee", "0.35", "tea", "1");

        assertThat(figures(visits, null).get(0).streams()).isEmpty();
        assertThat(figures(visits, prices).get(0).streams())
                .containsExactly(new ValueStream(
                        ValueKind.SEARCH_COST_AVOIDED,
                        "EUR",
                        new BigDecimal("1.7"),
                        3,
                        List.of(part("tea", "1", 1), part("coffee", "0.7", 2)),
                        FigureEvidence.FEW));
    }

    @Test
    void theTwentyLargestPartsAreListed() {
        var visits = new ArrayList<EngagementReceived>();
        var keywords = new HashMap<String, BigDecimal>();
        for (var i = 1; i <= 30; i++) {
            visits.add(search(TODAY, "k" + i));
            keywords.put("k" + i, BigDecimal.valueOf(i));
        }

        var stream = figures(visits, new PriceList("EUR", keywords, null))
                .get(0)
                .streams()
                .get(0);

        assertThat(stream.amount()).isEqualByComparingTo("465");
        assertThat(stream.parts()).hasSize(20).startsWith(part("k30", "30", 1)).endsWith(part("k11", "11", 1));
    }

    @Test
    void publicAnswersSaveThePriceOfAPrivateAnswer() {
        var prices = new PriceList("SEK", Map.of(), new BigDecimal("45.5"));
        var sources = new ValueFigures.Sources(BrandLedger.EMPTY, ValueLedger.EMPTY, ANSWERED, prices);

        assertThat(ValueFigures.of(sources, TODAY).get(0).streams())
                .containsExactly(stream(ValueKind.SERVICE_SAVED, "SEK", "45.5", 1));
        assertThat(ValueFigures.of(
                                new ValueFigures.Sources(BrandLedger.EMPTY, ValueLedger.EMPTY, ANSWERED, null), TODAY)
                        .get(0)
                        .streams())
                .isEmpty();
    }

    @Test
    void hoursInvestedAreSummedByKind() {
        var ledger = LedgerFixtures.ledger(
                LedgerFixtures.timed(TODAY, EngagementKind.MEETING, 90),
                LedgerFixtures.timed(TODAY, EngagementKind.CALL, 10),
                LedgerFixtures.outbound(TODAY, EngagementKind.CALL));
        var series = PersonContribution.series(ledger, LedgerFixtures.STANDARD);
        var sources = new ValueFigures.Sources(series, ValueLedger.EMPTY, ServiceLedger.EMPTY, null);

        assertThat(ValueFigures.of(sources, TODAY).get(0).streams())
                .containsExactly(new ValueStream(
                        ValueKind.HOURS_INVESTED,
                        "hours",
                        new BigDecimal("1.6667"),
                        2,
                        List.of(part("OUTBOUND MEETING", "1.5", 1), part("OUTBOUND CALL", "0.1667", 1)),
                        FigureEvidence.FEW));
    }

    @Test
    void aDayKeepsAtMostTheMaximumOfKeywordsAndEveryVisit() {
        var day = DaySums.EMPTY;
        for (var i = 0; i < DaySums.MAX_KEYWORDS + 50; i++) {
            day = day.plusBounded(sumsOf(search(TODAY, "k" + i)));
            day = i % 2 == 0 ? day.plusBounded(sumsOf(search(TODAY, "k0"))) : day;
        }

        assertThat(day.value().sums()).hasSize(DaySums.MAX_KEYWORDS + 1);
        assertThat(day.value().sums().values().stream()
                        .mapToLong(ValueLedger.Sum::count)
                        .sum())
                .isEqualTo(DaySums.MAX_KEYWORDS + 50 + (DaySums.MAX_KEYWORDS + 50) / 2);
        assertThat(DaySums.CODEC.decode(DaySums.CODEC.encode(day))).isEqualTo(day);
    }

    private static DaySums sumsOf(EngagementReceived engagement) {
        return new DaySums(ServiceLedger.EMPTY, ValueLedger.of(engagement));
    }

    private static List<ValueWindow> figures(List<EngagementReceived> engagements, @Nullable PriceList prices) {
        var value = ValueFixtures.value(engagements);
        return ValueFigures.of(new ValueFigures.Sources(BrandLedger.EMPTY, value, ServiceLedger.EMPTY, prices), TODAY);
    }

    private static PriceList prices(String one, String price, String other, String otherPrice) {
        return new PriceList("EUR", Map.of(one, new BigDecimal(price), other, new BigDecimal(otherPrice)), null);
    }

    private static ValueStream stream(ValueKind stream, String unit, String amount, long count) {
        return new ValueStream(stream, unit, new BigDecimal(amount), count, List.of(), FigureEvidence.FEW);
    }

    private static ValuePart part(String label, String amount, long count) {
        return new ValuePart(label, new BigDecimal(amount), count);
    }
}
