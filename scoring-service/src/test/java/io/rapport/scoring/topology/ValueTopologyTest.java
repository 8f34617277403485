package io.rapport.scoring.topology;

import static io.rapport.scoring.topology.ScoringEventFixtures.assigned;
import static io.rapport.scoring.topology.ScoringEventFixtures.bought;
import static io.rapport.scoring.topology.ScoringEventFixtures.inbound;
import static io.rapport.scoring.topology.ScoringEventFixtures.outbound;
import static io.rapport.scoring.topology.ScoringEventFixtures.staff;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandRegisteredBuilder;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementReceivedBuilder;
import io.rapport.contracts.engagement.EngagementValue;
import io.rapport.contracts.score.FigureEvidence;
import io.rapport.contracts.score.ValueKind;
import io.rapport.contracts.score.ValuePart;
import io.rapport.contracts.score.ValueStream;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ValueTopologyTest {

    private final ScoringTopologyDriver stream = new ScoringTopologyDriver();

    @BeforeEach
    void register() {
        stream.register(ScoringEventFixtures.registered(BrandClock.EVENT));
    }

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void brandWithoutValueHasWindowsWithoutStreams() {
        stream.assign(assigned("ada", "Ada", 1))
                .receive(inbound("ada", "1", "2026-03-01", EngagementKind.COMMENT))
                .settle();

        assertThat(stream.brand().value())
                .extracting(window -> window.streams().size())
                .containsExactly(0, 0, 0);
    }

    @Test
    void lateOrMergedTouchSharesInThePurchase() {
        stream.assign(assigned("ada", "Ada", 1), assigned("ada2", "Ada II", 1))
                .receive(bought(inbound("ada", "1", "2026-03-02", EngagementKind.PURCHASE), "10.01"))
                .settle();
        assertThat(streams()).containsExactly(stream(ValueKind.DIRECT_SALES, "10.01"));

        stream.receive(outbound("ada", "2", "2026-03-01", EngagementKind.REPLY)).settle();
        assertThat(streams()).contains(assisted(part("OUTBOUND REPLY", "10.01")));

        stream.receive(inbound("ada2", "3", "2026-03-01", EngagementKind.COMMENT))
                .assign(assigned("ada2", "Ada", 2))
                .settle();
        assertThat(streams()).contains(assisted(part("INBOUND COMMENT", "5.005"), part("OUTBOUND REPLY", "5.005")));

        stream.assign(assigned("ada2", "Ada II", 3)).settle();
        assertThat(streams()).contains(assisted(part("OUTBOUND REPLY", "10.01")));

        stream.assign(staff("ada", "Ada", true, 2)).settle();
        assertThat(streams()).isEmpty();
    }

    @Test
    void duplicatePurchaseIsNotCounted() {
        var purchase = bought(inbound("ada", "1", "2026-03-02", EngagementKind.PURCHASE), "10");
        stream.assign(assigned("ada", "Ada", 1)).receive(purchase, purchase).settle();

        assertThat(streams()).containsExactly(stream(ValueKind.DIRECT_SALES, "10"));
    }

    @Test
    void newPricesArePublishedImmediately() {
        stream.assign(assigned("ada", "Ada", 1))
                .receive(
                        ScoringEventFixtures.saying(inbound("ada", "1", "2026-03-02", EngagementKind.COMMENT), "Open?"))
                .receive(outbound("ada", "2", "2026-03-03", EngagementKind.REPLY))
                .settle();
        assertThat(streams()).isEmpty();

        var priced = ReferenceValueFigures.priced(ScoringEventFixtures.registered(BrandClock.EVENT));
        stream.register(BrandRegisteredBuilder.builder(priced).version(2).build());

        assertThat(streams()).containsExactly(stream(ValueKind.SERVICE_SAVED, "4"));
        assertThat(stream.brand().service().get(1).targetMinutes()).isEqualTo(600);
    }

    @Test
    void citationsAreCountedByChannelAndTakenBackWhenTheyAreWithdrawn() {
        var citation = inbound("news", "1", "2026-03-01", EngagementKind.CITATION);
        stream.assign(assigned("news", "News", 1))
                .receive(citation, inbound("news", "2", "2026-03-02", EngagementKind.CITATION))
                .receive(ScoringEventFixtures.paid(inbound("news", "3", "2026-03-02", EngagementKind.CITATION)))
                .settle();
        assertThat(streams()).containsExactly(citations(2));

        stream.receive(EngagementReceivedBuilder.builder(citation)
                        .withdrawn(true)
                        .build())
                .settle();
        assertThat(streams()).containsExactly(citations(1));
    }

    private static ValueStream citations(int count) {
        var amount = BigDecimal.valueOf(count);
        return new ValueStream(
                ValueKind.AUTHORITY,
                "citations",
                amount,
                count,
                List.of(new ValuePart("x", amount, count)),
                FigureEvidence.FEW);
    }

    @Test
    void visitsOfUnknownVisitorsAreOfTheBrandAndOfNoPerson() {
        stream.register(BrandRegisteredBuilder.builder(
                                ReferenceValueFigures.priced(ScoringEventFixtures.registered(BrandClock.EVENT)))
                        .version(2)
                        .build())
                .assign(assigned("google", "Google", 1))
                .receive(visits("1", 40, 1), visits("1", 40, 1), ScoringEventFixtures.paid(visits("2", 7, 1)))
                .receive(inbound("ada", "3", "2026-03-02", EngagementKind.COMMENT))
                .settle();
        assertThat(streams()).containsExactly(visits("14", 40));
        assertThat(stream.brand().accounts().bot()).isEqualTo(2);
        assertThat(stream.published(Topic.RELATIONSHIP_CURRENT))
                .noneMatch(record -> record.key().equals(ScoringEventFixtures.personKey("Google")));

        stream.receive(visits("1", 44, 2)).settle();
        assertThat(streams()).containsExactly(visits("15.4", 44));

        stream.receive(EngagementReceivedBuilder.builder(visits("1", 44, 3))
                        .withdrawn(true)
                        .build())
                .settle();
        assertThat(streams()).isEmpty();
    }

    private static EngagementReceived visits(String id, long visits, long revision) {
        var visit = ScoringEventFixtures.bot(inbound("google", id, "2026-03-01", EngagementKind.VISIT));
        return EngagementReceivedBuilder.builder(visit)
                .channel("search")
                .value(new EngagementValue(null, null, null, "Coffee", null, null, visits))
                .revision(revision)
                .build();
    }

    private static ValueStream visits(String amount, long count) {
        return new ValueStream(
                ValueKind.SEARCH_COST_AVOIDED,
                "EUR",
                new BigDecimal(amount),
                count,
                List.of(new ValuePart("coffee", new BigDecimal(amount), count)),
                null);
    }

    @Test
    void daysBeforeAllWindowsAreDeleted() {
        stream.assign(assigned("ada", "Ada", 1))
                .receive(bought(inbound("ada", "1", "2026-01-01", EngagementKind.PURCHASE), "10"))
                .receive(
                        bought(inbound("ada", "2", "2026-03-31", EngagementKind.PURCHASE), "5"),
                        inbound("bob", "5", "2026-03-31", EngagementKind.COMMENT))
                .settle()
                .receive(bought(inbound("ada", "3", "2025-12-31", EngagementKind.PURCHASE), "7"))
                .settle();
        assertThat(stream.brand().value().get(2).streams()).containsExactly(stream(ValueKind.DIRECT_SALES, "15", 2));

        stream.receive(inbound("ada", "4", "2026-04-01", EngagementKind.COMMENT))
                .settle();
        assertThat(stream.brand().value().get(2).streams()).contains(stream(ValueKind.DIRECT_SALES, "5"));
    }

    private List<ValueStream> streams() {
        return stream.brand().value().get(1).streams();
    }

    private static ValueStream stream(ValueKind kind, String amount) {
        return stream(kind, amount, 1);
    }

    private static ValueStream stream(ValueKind kind, String amount, long count) {
        return new ValueStream(kind, "EUR", new BigDecimal(amount), count, List.of(), FigureEvidence.FEW);
    }

    private static ValueStream assisted(ValuePart... parts) {
        return new ValueStream(
                ValueKind.ASSISTED_SALES, "EUR", new BigDecimal("10.01"), 1, List.of(parts), FigureEvidence.FEW);
    }

    private static ValuePart part(String label, String amount) {
        return new ValuePart(label, new BigDecimal(amount), 1);
    }
}
