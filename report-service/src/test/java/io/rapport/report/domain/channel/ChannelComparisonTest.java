package io.rapport.report.domain.channel;

import static io.rapport.report.ReportTestEvents.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.tuple;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.report.domain.channel.ChannelComparison.ComparedChannel;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelComparisonTest {

    private static final String OLD = "2024-01-01";

    private final ChannelFixture may = new ChannelFixture();

    @Test
    void personIsMetWhereTheFirstEngagementEverWas() {
        may.known("ada", "2025-05-02", false)
                .in("ada", "x", "2025-05-02", EngagementKind.COMMENT)
                .in("ada", "web", "2025-05-02", EngagementKind.VISIT)
                .known("bo", "2025-05-03", false)
                .in("bo", "x", "2025-05-03", EngagementKind.COMMENT)
                .in("bo", "web", "2025-05-09", EngagementKind.VISIT)
                .known("cy", OLD, false)
                .in("cy", "x", "2025-05-04", EngagementKind.COMMENT);
        assertThat(channel("x").newcomers()).containsExactly(person("ada"), person("bo"));
        assertThat(channel("x").figures())
                .extracting(
                        each -> each.people().people(),
                        each -> each.people().metFirst(),
                        each -> each.people().cameBack())
                .containsExactly(3L, 2L, 1L);
        assertThat(channel("web").figures().people().metFirst()).isZero();
    }

    @Test
    void answerEndsTheFirstOpenQuestionOfAHandle() {
        may.known("ada", OLD, false)
                .asked("ada", "x", "2025-05-02T10:00:00Z")
                .asked("ada", "x", "2025-05-02T11:00:00Z")
                .out("ada", "mastodon", "2025-05-02T11:30:00Z", 0)
                .out("ada", "x", "2025-05-02T12:00:00Z", 0)
                .asked("ada", "x", "2025-05-03T10:00:00Z")
                .out("ada", "x", "2025-05-03T11:00:00Z", 0)
                .asked("ada", "x", "2025-05-04T10:00:00Z")
                .asked("ada", "email", "2025-04-30T10:00:00Z")
                .out("ada", "email", "2025-05-01T10:00:00Z", 0);
        assertThat(channel("x").figures())
                .extracting(
                        each -> each.answers().questions(),
                        each -> each.answers().answered(),
                        each -> each.answers().medianSeconds())
                .containsExactly(3L, 2L, 5400.0);
        assertThat(channel("email").figures())
                .extracting(
                        each -> each.answers().questions(),
                        each -> each.answers().answered(),
                        each -> each.answers().medianSeconds())
                .containsExactly(0L, 0L, null);
    }

    @Test
    void channelsOfTheThirtyDaysBeforeAssistVisitsAndPurchasesOnOthers() {
        may.known("ada", OLD, false)
                .in("ada", "blog", "2025-04-02", EngagementKind.COMMENT)
                .in("ada", "x", "2025-04-05", EngagementKind.SHARE)
                .in("ada", "x", "2025-05-03", EngagementKind.COMMENT)
                .in("ada", "web", "2025-05-04", EngagementKind.VISIT)
                .in("ada", "shop", "2025-05-05", EngagementKind.PURCHASE)
                .in("ada", "shop", "2025-05-05", EngagementKind.PURCHASE)
                .in("ada", "shop", "2025-05-06", EngagementKind.PURCHASE);
        assertThat(channel("x").figures())
                .extracting(
                        each -> each.results().assistedVisits(),
                        each -> each.results().assistedSales())
                .containsExactly(1L, 2L);
        assertThat(channel("web").figures())
                .extracting(
                        each -> each.results().visits(),
                        each -> each.results().assistedVisits(),
                        each -> each.results().assistedSales())
                .containsExactly(1L, 0L, 2L);
        assertThat(channel("shop").figures())
                .extracting(
                        each -> each.results().sales(), each -> each.results().assistedSales())
                .containsExactly(2L, 0L);
        assertThat(ChannelComparison.of(may.contacts()).channels())
                .extracting(each -> each.figures().channel())
                .doesNotContain("blog");
    }

    @Test
    void chainIsTheOrderInWhichChannelsWereFirstUsed() {
        for (var name : new String[] {"ada", "bo"}) {
            may.known(name, OLD, false)
                    .in(name, "x", "2025-05-01", EngagementKind.COMMENT)
                    .in(name, "web", "2025-05-02", EngagementKind.VISIT)
                    .in(name, "x", "2025-05-03", EngagementKind.SHARE)
                    .in(name, "shop", "2025-05-04", EngagementKind.PURCHASE);
        }
        may.known("cy", OLD, false).in("cy", "shop", "2025-05-04", EngagementKind.PURCHASE);
        assertThat(ChannelComparison.of(may.contacts()).chains())
                .extracting(ChannelChain::channels, ChannelChain::sales, ChannelChain::people)
                .containsExactly(tuple(List.of("x", "web", "shop"), 2L, List.of(person("ada"), person("bo"))));
    }

    @Test
    void hoursAreThoseOfTheBrandAndUnknownWithoutMinutes() {
        may.known("ada", OLD, false)
                .out("ada", "phone", "2025-05-02T10:00:00Z", 45)
                .out("ada", "phone", "2025-05-03T10:00:00Z", 45)
                .out("ada", "phone", "2025-04-03T10:00:00Z", 600)
                .in("ada", "x", "2025-05-02", EngagementKind.REFERRAL);
        assertThat(channel("phone").figures().results().hours()).isEqualTo(1.5, offset(0.001));
        assertThat(channel("x").figures())
                .extracting(
                        each -> each.results().hours(), each -> each.results().referrals())
                .containsExactly(null, 1L);
    }

    @Test
    void peopleWithoutARelationshipAreLeftOut() {
        may.in("staff", "x", "2025-05-02", EngagementKind.COMMENT);
        assertThat(ChannelComparison.of(may.contacts()).channels()).isEmpty();
    }

    private ComparedChannel channel(String name) {
        return ChannelComparison.of(may.contacts()).channels().stream()
                .filter(each -> each.figures().channel().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
