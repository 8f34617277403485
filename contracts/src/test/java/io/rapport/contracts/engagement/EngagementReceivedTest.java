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
        assertThat(new Actor("99", null, null, null, null, null, null, null, true).isBot())
                .isTrue();
    }

    private static EngagementReceived engagement(@Nullable EngagementContent content, @Nullable LocalDate day) {
        var at = Instant.parse("2026-03-14T23:30:00Z");
        var id = new UUID(0, 1);
        return new EngagementReceived(
                id,
                "demo",
                "harbour-coffee",
                "x",
                "x",
                "1",
                at,
                at,
                Direction.INBOUND,
                EngagementKind.MENTION,
                Actor.of("44196"),
                null,
                null,
                content,
                null,
                day);
    }
}
