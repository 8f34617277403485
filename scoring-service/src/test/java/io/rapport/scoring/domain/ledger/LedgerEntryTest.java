package io.rapport.scoring.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.engagement.Actor;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementContent;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementReceivedBuilder;
import io.rapport.contracts.engagement.EngagementValue;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LedgerEntryTest {

    private static final LocalDate DAY = LocalDate.parse("2026-02-03");

    @Test
    void countsOnTheBrandsDayWithoutAPolarity() {
        var entry = LedgerEntry.of(engagement(Direction.INBOUND, EngagementKind.COMMENT, null, DAY));

        assertThat(entry)
                .isEqualTo(new LedgerEntry(
                        (int) DAY.toEpochDay(),
                        Direction.INBOUND,
                        EngagementKind.COMMENT,
                        false,
                        0,
                        LedgerEntry.NOT_JUDGED));
    }

    @Test
    void countsOnTheUtcDayIfNoDayIsGiven() {
        assertThat(LedgerEntry.of(engagement(Direction.INBOUND, EngagementKind.COMMENT, null, null))
                        .day())
                .isEqualTo((int) DAY.toEpochDay() + 1);
    }

    @Test
    void ignoresMinutesOfInboundEngagements() {
        assertThat(milliMinutes(Direction.OUTBOUND, 12.3456)).isEqualTo(12_346);
        assertThat(milliMinutes(Direction.INBOUND, 12.3456)).isZero();
    }

    @Test
    void positiveMinutesAreNeverRoundedToZero() {
        assertThat(milliMinutes(Direction.OUTBOUND, 0.0001)).isEqualTo(1);
        assertThat(milliMinutes(Direction.OUTBOUND, 0.0)).isZero();
        assertThat(milliMinutes(Direction.OUTBOUND, -3.0)).isZero();
        assertThat(milliMinutes(Direction.OUTBOUND, Double.NaN)).isZero();
        assertThat(milliMinutes(Direction.OUTBOUND, null)).isZero();
    }

    @Test
    void isGivingIfNotPromotionalAndAReaction() {
        assertThat(LedgerFixtures.outbound(1, EngagementKind.REPLY).isGiving()).isTrue();
        assertThat(LedgerFixtures.outbound(1, EngagementKind.INTRODUCTION).isGiving())
                .isTrue();
        assertThat(LedgerFixtures.outbound(1, EngagementKind.MESSAGE).isGiving())
                .isFalse();
        assertThat(LedgerFixtures.promotional(1, EngagementKind.REPLY).isGiving())
                .isFalse();
        assertThat(LedgerFixtures.inbound(1, EngagementKind.REPLY).isGiving()).isFalse();
    }

    @Test
    void rejectsUnknownDirectionsAndKinds() {
        assertThatThrownBy(() -> LedgerEntry.of(engagement(Direction.INBOUND, EngagementKind.UNKNOWN, null, DAY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("known direction and kind");
        assertThatThrownBy(() -> LedgerEntry.of(engagement(Direction.UNKNOWN, EngagementKind.REPLY, null, DAY)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rejectsInvalidValues() {
        assertThatThrownBy(() -> LedgerFixtures.inbound(1, EngagementKind.POST)).hasMessageContaining("outbound");
        assertThatThrownBy(() -> LedgerFixtures.timed(1, EngagementKind.CALL, -1))
                .hasMessageContaining("0 or more");
        assertThatThrownBy(() -> LedgerFixtures.judged(1, EngagementKind.COMMENT, 1.1))
                .hasMessageContaining("from -1000000 to 1000000");
        assertThatThrownBy(
                        () -> LedgerFixtures.outbound(1, EngagementKind.COMMENT).withPolarity(0))
                .hasMessageContaining("inbound");
    }

    private static long milliMinutes(Direction direction, @Nullable Double minutes) {
        var value = new EngagementValue(null, null, minutes, null, null, null);
        return LedgerEntry.of(engagement(direction, EngagementKind.CALL, value, DAY))
                .milliMinutes();
    }

    private static EngagementReceived engagement(
            Direction direction, EngagementKind kind, @Nullable EngagementValue value, @Nullable LocalDate day) {
        var at = Instant.parse("2026-02-04T00:30:00Z");
        return EngagementReceivedBuilder.builder()
                .id(DeterministicIds.engagement(new BrandKey("a", "b"), "test", "1"))
                .agency("a")
                .brand("b")
                .channel("x")
                .source("test")
                .sourceId("1")
                .occurredAt(at)
                .receivedAt(at)
                .direction(direction)
                .kind(kind)
                .actor(Actor.of("ann"))
                .content(EngagementContent.of("hello"))
                .value(value)
                .day(day)
                .build();
    }
}
