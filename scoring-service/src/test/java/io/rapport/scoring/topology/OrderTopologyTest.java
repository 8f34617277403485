package io.rapport.scoring.topology;

import static io.rapport.scoring.topology.ScoringEventFixtures.assigned;
import static io.rapport.scoring.topology.ScoringEventFixtures.inbound;
import static io.rapport.scoring.topology.ScoringEventFixtures.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementReceivedBuilder;
import io.rapport.contracts.engagement.EngagementValue;
import io.rapport.contracts.score.Contribution;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.contracts.score.Stage;
import io.rapport.contracts.score.ValueStream;
import io.rapport.scoring.domain.day.BrandDayFigures.Part;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders count once, and refunds take them back, through duplicates, merges, erasures and other models. */
class OrderTopologyTest {

    private final ScoringTopologyDriver stream = new ScoringTopologyDriver();
    private int rows;

    @BeforeEach
    void register() {
        stream.register(ScoringEventFixtures.registered(BrandClock.EVENT))
                .assign(assigned("ada", "Ada", 1), assigned("bob", "Bob", 1))
                .receive(inbound("bob", "today", "2026-05-20", EngagementKind.COMMENT));
    }

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void lineItemsAreOnePurchaseAsStrongAsOneRow() {
        stream.receive(bought("ada", "A", "2026-05-01", "20"), bought("ada", "A", "2026-05-01", "30"))
                .assign(assigned("eve", "Eve", 1))
                .receive(bought("eve", "B", "2026-05-01", "50"))
                .settle();

        assertThat(purchases("Ada")).isOne();
        assertThat(stream.person("Ada").strength())
                .isEqualTo(stream.person("Eve").strength());
        assertThat(stream.brand().accounts().scored()).isEqualTo(4);
        assertThat(sales()).containsExactly("100/2");
    }

    @Test
    void fullRefundTakesThePointsBackAndKeepsThePersonKnown() {
        stream.receive(bought("ada", "A", "2026-05-01", "50")).settle();
        assertThat(stream.person("Ada").strength()).isPositive();

        stream.receive(bought("ada", "A", "2026-05-05", "-50")).settle();

        var ada = stream.person("Ada");
        assertThat(ada.strength()).isZero();
        assertThat(ada.stage()).isEqualTo(Stage.STRANGER);
        assertThat(ada.theyToUs()).isZero();
        assertThat(ada.warmth()).isZero();
        assertThat(ada.contributions()).isEmpty();
        assertThat(ada.firstSeen()).isNull();
        assertThat(sales()).isEmpty();
        assertThat(stream.brand().people()).isOne();
        assertThat(stream.brand().accounts().scored()).isEqualTo(3);
    }

    @Test
    void refundWithoutItsOrderLowersSalesAndNoScore() {
        stream.receive(
                        bought("ada", "A", "2026-05-01", "50"),
                        bought("ada", null, "2026-05-02", "-10"),
                        bought("ada", "unknown", "2026-05-02", "-15"))
                .settle();

        assertThat(purchases("Ada")).isOne();
        assertThat(sales()).containsExactly("25/1");

        stream.receive(bought("ada", "unknown", "2026-05-03", "15")).settle();

        assertThat(purchases("Ada")).isOne();
        assertThat(sales()).containsExactly("40/1");
    }

    @Test
    void refundSaysNothingWhateverItsText() {
        stream.receive(bought("ada", "A", "2026-05-01", "50")).settle();
        var before = stream.person("Ada");

        var refund = bought("ada", "A", "2026-05-02", "-10");
        stream.receive(ScoringEventFixtures.saying(refund, MessageFixtures.GOOD), refund)
                .settle();

        var after = stream.person("Ada");
        assertThat(after.strength()).isEqualTo(before.strength());
        assertThat(after.warmth()).isEqualTo(before.warmth());
        assertThat(after.lastSeen()).isEqualTo(before.lastSeen());
        assertThat(after.sentiment()).isEqualTo(before.sentiment());
    }

    @Test
    void duplicatesAndOrderOfArrivalDoNotMatter() {
        var item = bought("ada", "A", "2026-05-01", "50");
        var refund = bought("ada", "A", "2026-05-05", "-50");
        stream.receive(refund, refund).settle();
        assertThat(stream.person("Ada")).isNull();

        stream.receive(item, refund, item).settle();

        assertThat(stream.person("Ada").strength()).isZero();
        assertThat(sales()).isEmpty();
        assertThat(stream.brand().accounts().duplicates()).isEqualTo(3);
    }

    @Test
    void twoShopsAndTwoBuyersMayUseTheSameNumber() {
        stream.receive(
                        bought("ada", "1001", "2026-05-01", "50"),
                        ofSource("other", bought("ada", "1001", "2026-05-02", "70")),
                        bought("bob", "1001", "2026-05-01", "90"),
                        bought("ada", "1001", "2026-05-02", "-50"))
                .settle();

        assertThat(purchases("Ada")).isOne();
        assertThat(purchases("Bob")).isOne();
        assertThat(sales()).containsExactly("160/2");
    }

    @Test
    void orderMovesWithItsHandleAndIsRefundedWhereItIs() {
        stream.receive(bought("ada", "A", "2026-05-01", "50"), bought("ada2", "A", "2026-05-01", "30"))
                .assign(assigned("ada2", "Ada", 1))
                .settle();
        assertThat(purchases("Ada")).isEqualTo(2);

        stream.receive(bought("ada2", "A", "2026-05-03", "-30")).settle();
        assertThat(purchases("Ada")).isOne();

        stream.assign(assigned("ada2", "Eve", 2)).settle();
        assertThat(purchases("Ada")).isOne();
        assertThat(stream.person("Eve").strength()).isZero();

        stream.receive(bought("ada2", "A", "2026-05-04", "40")).settle();
        assertThat(purchases("Eve")).isEqualTo(2);

        stream.assign(staff("ada2", "Eve", true, 3)).settle();
        assertThat(stream.person("Eve")).isNull();
        assertThat(sales()).containsExactly("50/1");
    }

    @Test
    void erasedOrderIsGoneAndARefundAfterwardsIsRejected() {
        stream.receive(bought("ada", "A", "2026-05-01", "50")).settle();
        assertThat(stream.entries("handle-order")).isOne();

        stream.erase(List.of("ada"), List.of("Ada"))
                .receive(bought("ada", "A", "2026-05-02", "-50"))
                .settle();

        assertThat(stream.entries("handle-order")).isZero();
        assertThat(sales()).isEmpty();
        assertThat(stream.brand().accounts().rejected()).isEqualTo(2);
    }

    @Test
    void ordersAreStoredOneByOne() {
        for (var i = 0; i < 30; i++) {
            stream.receive(bought("ada", "A" + i, "2026-05-01", "50"), bought("ada", "A" + i, "2026-05-01", "5"));
        }
        stream.settle();

        assertThat(stream.entries("handle-order")).isEqualTo(30);
        assertThat(purchases("Ada")).isEqualTo(30);
        // The cap of the standard models.
        assertThat(stream.person("Ada").windows().get(1).returned()).isCloseTo(20 * 5, within(1e-9));
    }

    @Test
    void anotherModelScoresOrdersToo() {
        stream.receive(
                        bought("ada", "A", "2026-05-01", "50"),
                        bought("ada", "A", "2026-05-01", "50"),
                        bought("ada", "B", "2026-05-01", "50"),
                        bought("ada", "B", "2026-05-01", "-50"))
                .settle()
                .publish(ModelFixtures.STRICT)
                .activate(ModelFixtures.STRICT.version())
                .settle();

        assertThat(stream.person("Ada").modelVersion()).isEqualTo(ModelFixtures.STRICT.version());
        assertThat(purchases("Ada")).isOne();
    }

    @Test
    void contributionsAddUpToTheScore() {
        stream.receive(
                        bought("ada", "A", "2026-05-01", "50"),
                        bought("ada", "A", "2026-05-01", "50"),
                        bought("ada", "A", "2026-05-03", "-20"),
                        bought("ada", "B", "2026-05-04", "50"),
                        bought("ada", "B", "2026-05-05", "-50"),
                        inbound("ada", "c", "2026-05-06", EngagementKind.COMMENT))
                .settle();

        var ada = stream.person("Ada");
        assertThat(strengthOf(ada)).isCloseTo(ada.strength(), within(1e-9));
        assertThat(purchases("Ada")).isOne();
    }

    @Test
    void refundTakesTheOrderBackOnTheDayOfTheOrder() {
        stream.receive(bought("ada", "A", "2026-05-01", "50")).settle();
        var brand = ScoringEventFixtures.registered(BrandClock.EVENT);
        var day = new TreeSet<>(List.of(LocalDate.parse("2026-05-03")));
        var bought = stream.queries().figures(brand, day, null, EnumSet.allOf(Part.class));
        assertThat(bought.items().get(0).windows().get(0).returned()).isEqualTo(5);

        stream.receive(bought("ada", "A", "2026-05-05", "-50")).settle();
        var known = stream.queries().figures(brand, day, null, EnumSet.allOf(Part.class));

        assertThat(known.items().get(0).windows().get(0).returned()).isZero();
        assertThat(known.items().get(0).people()).isZero();
        assertThat(known.items().get(0).value().get(0).streams()).isEmpty();
        assertThat(known.days().history()).isGreaterThan(bought.days().history());
    }

    private static double strengthOf(RelationshipScoreChanged state) {
        return state.sentiment().strength()
                + state.contributions().stream()
                        .mapToDouble(Contribution::strength)
                        .sum();
    }

    private long purchases(String person) {
        return stream.person(person).contributions().stream()
                .filter(part -> part.kind() == EngagementKind.PURCHASE)
                .mapToLong(Contribution::count)
                .sum();
    }

    private List<String> sales() {
        return stream.brand().value().get(1).streams().stream()
                .map((ValueStream sales) -> sales.amount().toPlainString() + "/" + sales.count())
                .toList();
    }

    private EngagementReceived bought(String handle, String order, String day, String amount) {
        var row = inbound(handle, "row" + rows++, day, EngagementKind.PURCHASE);
        return EngagementReceivedBuilder.builder(row)
                .content(null)
                .value(new EngagementValue(new BigDecimal(amount), "EUR", null, null, order, null))
                .build();
    }

    private static EngagementReceived ofSource(String source, EngagementReceived e) {
        return EngagementReceivedBuilder.builder(e)
                .id(DeterministicIds.engagement(e.brandKey(), source, e.sourceId()))
                .source(source)
                .build();
    }
}
