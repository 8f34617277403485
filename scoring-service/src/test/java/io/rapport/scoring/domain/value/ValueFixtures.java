package io.rapport.scoring.domain.value;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.engagement.Actor;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementContent;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementReceivedBuilder;
import io.rapport.contracts.engagement.EngagementValue;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.domain.ledger.LedgerFixtures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Purchases and searches, constructed and generated. */
final class ValueFixtures {

    private ValueFixtures() {}

    static EngagementReceived purchase(int day, String amount, String currency, @Nullable String referredBy) {
        return inbound(
                "web",
                day,
                EngagementKind.PURCHASE,
                new EngagementValue(new BigDecimal(amount), currency, null, null, null, referredBy));
    }

    static EngagementReceived search(int day, String keyword) {
        return inbound("search", day, EngagementKind.VISIT, new EngagementValue(null, null, null, keyword, null, null));
    }

    static EngagementReceived inbound(String channel, int day, EngagementKind kind, @Nullable EngagementValue value) {
        return engagement(channel, day, Direction.INBOUND, kind, value);
    }

    static EngagementReceived engagement(
            String channel, int day, Direction direction, EngagementKind kind, @Nullable EngagementValue value) {
        var date = LocalDate.ofEpochDay(day);
        var at = date.atTime(12, 0).toInstant(ZoneOffset.UTC);
        return EngagementReceivedBuilder.builder()
                .id(DeterministicIds.engagement(new BrandKey("a", "b"), "test", "1"))
                .agency("a")
                .brand("b")
                .channel(channel)
                .source("test")
                .sourceId("1")
                .occurredAt(at)
                .receivedAt(at)
                .direction(direction)
                .kind(kind)
                .actor(Actor.of("ada"))
                .content(EngagementContent.of("words"))
                .value(value)
                .day(date)
                .build();
    }

    static LedgerBundle holdings(Collection<EngagementReceived> engagements) {
        var holdings = LedgerBundle.EMPTY;
        for (var engagement : engagements) {
            holdings = holdings.plus(LedgerBundle.of(
                            LedgerEntry.of(engagement), ValueLedger.of(engagement), OrderLedger.isRow(engagement)))
                    .plus(OrderLedger.of(engagement).contribution());
        }
        return holdings;
    }

    static ValueLedger value(Collection<EngagementReceived> engagements) {
        return holdings(engagements).value();
    }

    /** Engagements of one person over some weeks: touches of both directions, purchases and visits. */
    static Arbitrary<List<EngagementReceived>> histories() {
        var day = Arbitraries.integers().between(LedgerFixtures.START, LedgerFixtures.START + 150);
        var touch = Combinators.combine(day, Arbitraries.of(Direction.INBOUND, Direction.OUTBOUND), touches())
                .as((d, direction, kind) -> engagement("x", d, direction, kind, null));
        var purchase = Combinators.combine(
                        day, Arbitraries.longs().between(-500, 1_000_000), Arbitraries.of("EUR", "NOK"), referrers())
                .as((d, cents, currency, by) ->
                        purchase(d, BigDecimal.valueOf(cents, 2).toString(), currency, by.isEmpty() ? null : by));
        var search = Combinators.combine(day, Arbitraries.of("coffee", "tea", "café"))
                .as(ValueFixtures::search);
        return Arbitraries.frequencyOf(Tuple.of(4, touch), Tuple.of(2, purchase), Tuple.of(1, search))
                .list()
                .ofMaxSize(30);
    }

    private static Arbitrary<EngagementKind> touches() {
        return Arbitraries.of(
                EngagementKind.COMMENT,
                EngagementKind.REPLY,
                EngagementKind.MESSAGE,
                EngagementKind.MEETING,
                EngagementKind.VISIT,
                EngagementKind.UNFOLLOW);
    }

    private static Arbitrary<String> referrers() {
        return Arbitraries.of("", "bob");
    }
}
