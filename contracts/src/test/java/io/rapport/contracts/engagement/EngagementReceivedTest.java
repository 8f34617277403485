package io.rapport.contracts.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EngagementReceivedTest {

    private static final LocalDate BRANDS_DAY = LocalDate.of(2026, 3, 15);

    @Test
    void countsOnTheBrandsDay() {
        assertThat(engagement(null, BRANDS_DAY).effectiveDay()).isEqualTo(BRANDS_DAY);
    }

    @Test
    void countsOnTheUtcDayWhenTheWriterDidNotKnowTheBrands() {
        assertThat(engagement(null, null).effectiveDay()).isEqualTo(LocalDate.of(2026, 3, 14));
    }

    @Test
    void belongsToAHandleOfABrand() {
        assertThat(engagement(null, null).handleKey())
                .isEqualTo(new HandleKey(new BrandKey("demo", "harbour-coffee"), "x", "44196"));
    }

    @Test
    void isPaidOrPromotionalOnlyWhenItSaysSo() {
        var both = new EngagementContent(null, null, null, true, true, null);
        var neither = new EngagementContent(null, null, null, false, false, null);

        assertThat(engagement(both, null))
                .matches(EngagementReceived::isPaid)
                .matches(EngagementReceived::isPromotional);
        assertThat(engagement(neither, null).isPaid()).isFalse();
        assertThat(engagement(EngagementContent.of("Buy!"), null).isPromotional())
                .isFalse();
        assertThat(engagement(null, null)).matches(it -> !it.isPaid() && !it.isPromotional());
    }

    @Test
    void anAccountIsABotOnlyWhenTheSourceSaysSo() {
        assertThat(Actor.of("44196").isBot()).isFalse();
        assertThat(ActorBuilder.builder().id("99").bot(true).build().isBot()).isTrue();
    }

    @Test
    void aWithdrawalRanksAboveItsRevisionAndOneWithoutRevisionAboveAll() {
        assertThat(rank(null, null)).isZero();
        assertThat(rank(0L, false)).isZero();
        assertThat(rank(1L, null)).isGreaterThan(rank(0L, true)).isLessThan(rank(1L, true));
        assertThat(rank(EngagementReceived.MAX_REVISION, true)).isLessThan(rank(null, true));
        assertThat(rank(Long.MAX_VALUE, null)).isEqualTo(rank(EngagementReceived.MAX_REVISION, null));
        assertThat(rank(-1L, null)).isZero();
    }

    private static long rank(@Nullable Long revision, @Nullable Boolean withdrawn) {
        return EngagementReceivedBuilder.builder(engagement(null, null))
                .revision(revision)
                .withdrawn(withdrawn)
                .build()
                .revisionRank();
    }

    private static EngagementReceived engagement(@Nullable EngagementContent content, @Nullable LocalDate day) {
        var at = Instant.parse("2026-03-14T23:30:00Z");
        var id = new UUID(0, 1);
        return EngagementReceivedBuilder.builder()
                .id(id)
                .agency("demo")
                .brand("harbour-coffee")
                .channel("x")
                .source("x")
                .sourceId("1")
                .occurredAt(at)
                .receivedAt(at)
                .direction(Direction.INBOUND)
                .kind(EngagementKind.MENTION)
                .actor(Actor.of("44196"))
                .content(content)
                .day(day)
                .build();
    }
}
