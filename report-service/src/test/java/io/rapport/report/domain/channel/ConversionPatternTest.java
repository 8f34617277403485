package io.rapport.report.domain.channel;

import static io.rapport.report.ReportTestEvents.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.report.domain.channel.ConversionPattern.SimilarPerson;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConversionPatternTest {

    private static final String OLD = "2024-01-01";

    private final ChannelFixture may = new ChannelFixture();

    @Test
    void firstPurchaseIsAConversionWithItsPath() {
        may.known("ada", "2025-04-20", false)
                .in("ada", "x", "2025-04-20", EngagementKind.COMMENT)
                .in("ada", "web", "2025-05-03", EngagementKind.VISIT)
                .in("ada", "shop", "2025-05-04", EngagementKind.PURCHASE)
                .in("ada", "shop", "2025-05-09", EngagementKind.PURCHASE);
        assertThat(ConversionPattern.conversions(may.contacts(), Set.of()))
                .singleElement()
                .satisfies(ada -> {
                    assertThat(ada.path()).containsExactly("x", "web");
                    assertThat(ada.channel()).isEqualTo("shop");
                    assertThat(ada.contacts()).isEqualTo(2);
                    assertThat(ada.firstContact()).isEqualTo("2025-04-20");
                    assertThat(ada.at()).isEqualTo("2025-05-04T12:00:00Z");
                });
    }

    @Test
    void peopleWhoBoughtBeforeAreNoConversions() {
        may.known("recent", OLD, false)
                .in("recent", "shop", "2025-04-20", EngagementKind.PURCHASE)
                .in("recent", "shop", "2025-05-20", EngagementKind.PURCHASE)
                .known("earlier", OLD, false)
                .in("earlier", "shop", "2025-05-20", EngagementKind.PURCHASE);
        assertThat(ConversionPattern.conversions(may.contacts(), Set.of(person("earlier"))))
                .isEmpty();
    }

    @Test
    void similarPeopleHaveAsManyEngagementsAlsoOnTheChannelMostCameBy() {
        may.known("ada", OLD, false)
                .in("ada", "x", "2025-05-02", EngagementKind.COMMENT)
                .in("ada", "web", "2025-05-03", EngagementKind.VISIT)
                .in("ada", "shop", "2025-05-04", EngagementKind.PURCHASE)
                .known("bo", OLD, false)
                .in("bo", "web", "2025-05-03", EngagementKind.VISIT)
                .in("bo", "web", "2025-05-04", EngagementKind.VISIT)
                .in("bo", "web", "2025-05-05", EngagementKind.VISIT)
                .in("bo", "shop", "2025-05-06", EngagementKind.PURCHASE)
                .known("alike", OLD, false)
                .in("alike", "web", "2025-05-20", EngagementKind.VISIT)
                .in("alike", "x", "2025-05-21", EngagementKind.COMMENT)
                .known("client", OLD, true)
                .in("client", "web", "2025-05-20", EngagementKind.VISIT)
                .in("client", "web", "2025-05-21", EngagementKind.VISIT)
                .known("few", OLD, false)
                .in("few", "web", "2025-05-20", EngagementKind.VISIT)
                .known("other", OLD, false)
                .in("other", "x", "2025-05-20", EngagementKind.COMMENT)
                .in("other", "x", "2025-05-21", EngagementKind.COMMENT)
                .known("past", OLD, false)
                .in("past", "web", "2025-04-20", EngagementKind.VISIT)
                .in("past", "web", "2025-04-21", EngagementKind.VISIT);
        var contacts = may.contacts();
        var pattern = ConversionPattern.of(ConversionPattern.conversions(contacts, Set.of()));
        assertThat(pattern).isEqualTo(new ConversionPattern(2, 2, "web", 2));
        assertThat(pattern.findSimilar(contacts, 9))
                .extracting(SimilarPerson::person, SimilarPerson::contacts)
                .containsExactly(tuple(person("alike"), 2L));
    }

    @Test
    void thereIsNoPatternWithoutConversions() {
        assertThat(ConversionPattern.of(List.of())).isNull();
    }
}
