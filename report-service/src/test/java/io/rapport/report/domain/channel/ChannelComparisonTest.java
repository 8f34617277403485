package io.rapport.report.domain.channel;

import static io.rapport.report.ReportTestEvents.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.tuple;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.report.domain.channel.ChannelComparison.ComparedChannel;
import java.util.EnumMap;
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
        assertThat(may.comparison().compared().channels())
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
        assertThat(may.comparison().compared().chains())
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
        assertThat(may.comparison().compared().channels()).isEmpty();
    }

    @Test
    void wordThatSpreadsIsCountedByToneAndByShares() {
        may.known("ada", OLD, false)
                .said("ada", "x", "2025-05-02", 1)
                .said("ada", "x", "2025-05-03", -1)
                .said("ada", "x", "2025-05-04", 0)
                .said("ada", "x", "2025-04-04", 1)
                .in("ada", "x", "2025-05-05", EngagementKind.SHARE)
                .in("ada", "x", "2025-05-06", EngagementKind.QUOTE);
        assertThat(channel("x").figures().word()).isEqualTo(new ChannelFigures.ChannelWord(2, 1, 1));
    }

    @Test
    void everyFigureIsTheNumberOfContactsThatItLists() {
        may.known("ada", "2025-05-01", false)
                .known("bo", OLD, false)
                .in("ada", "x", "2025-05-01", EngagementKind.SHARE)
                .said("ada", "x", "2025-05-02", 1)
                .said("bo", "x", "2025-05-02", -1)
                .asked("ada", "x", "2025-05-03T10:00:00Z")
                .asked("bo", "x", "2025-05-03T10:00:00Z")
                .out("ada", "x", "2025-05-03T11:00:00Z", 45)
                .in("ada", "web", "2025-05-04", EngagementKind.VISIT)
                .in("bo", "x", "2025-05-04", EngagementKind.REFERRAL)
                .in("bo", "x", "2025-05-04", EngagementKind.CITATION)
                .in("ada", "shop", "2025-05-05", EngagementKind.PURCHASE)
                .in("ada", "shop", "2025-05-06", EngagementKind.PURCHASE);
        var found = may.comparison();
        assertThat(counts(found, "x"))
                .isEqualTo(new ChannelFigures(
                        "x",
                        new ChannelFigures.ChannelPeople(2, 1, 1),
                        new ChannelFigures.ChannelAnswers(2, 1, 0, 3600.0),
                        new ChannelFigures.ChannelWord(1, 1, 1),
                        new ChannelFigures.ChannelResults(1, 1, 0, 1, 0, 2, 0.75)));
        assertThat(counts(found, "shop").results())
                .isEqualTo(new ChannelFigures.ChannelResults(0, 0, 0, 0, 2, 0, null));
        for (var channel : found.compared().channels()) {
            assertThat(counts(found, channel.figures().channel())).isEqualTo(channel.figures());
        }
        assertThat(found.counted("x", ChannelFigure.ASSISTED_SALES))
                .extracting(CountedContact::person, each -> each.contact().at().toString())
                .containsExactly(
                        tuple(person("ada"), "2025-05-06T12:00:00Z"), tuple(person("ada"), "2025-05-05T12:00:00Z"));
        var chain = found.compared().chains().get(0);
        assertThat(found.counted(chain.channels())).hasSize((int) chain.sales());
        assertThat(found.counted("x", ChannelFigure.ANSWERED))
                .singleElement()
                .satisfies(each -> assertThat(each.contact().at()).isEqualTo("2025-05-03T10:00:00Z"));
        assertThat(found.counted("phone", ChannelFigure.PEOPLE)).isEmpty();
        assertThat(found.counted(List.of("x", "nowhere"))).isEmpty();
    }

    @Test
    void figuresOfAllChannelsAddUpAndAnswersOthersCanReadAreCounted() {
        may.known("ada", OLD, false)
                .known("bo", OLD, false)
                .asked("ada", "x", "2025-05-03T10:00:00Z")
                .replied("ada", "x", "2025-05-03T11:00:00Z")
                .asked("bo", "facebook", "2025-05-04T10:00:00Z")
                .replied("bo", "facebook", "2025-05-04T10:30:00Z")
                .asked("bo", "facebook", "2025-05-05T10:00:00Z")
                .out("bo", "facebook", "2025-05-05T11:00:00Z", 10);
        var found = may.comparison();
        assertThat(counts(found, "facebook").answers()).isEqualTo(new ChannelFigures.ChannelAnswers(2, 2, 1, 2700.0));
        assertThat(found.counted(null, ChannelFigure.ANSWERED_IN_PUBLIC))
                .extracting(CountedContact::person, CountedContact::amount)
                .containsExactly(tuple(person("bo"), 1800.0), tuple(person("ada"), 3600.0));
        assertThat(found.counted(null, ChannelFigure.QUESTIONS)).hasSize(3);
    }

    /** The figures of a channel as the contacts add up that are listed for each. */
    private static ChannelFigures counts(ChannelComparison found, String channel) {
        var size = new EnumMap<ChannelFigure, Long>(ChannelFigure.class);
        for (var figure : ChannelFigure.values()) {
            size.put(figure, (long) found.counted(channel, figure).size());
        }
        var seconds = found.counted(channel, ChannelFigure.ANSWERED).stream()
                .mapToDouble(CountedContact::amount)
                .average();
        var minutes = found.counted(channel, ChannelFigure.HOURS).stream()
                .mapToDouble(CountedContact::amount)
                .sum();
        return new ChannelFigures(
                channel,
                new ChannelFigures.ChannelPeople(
                        size.get(ChannelFigure.PEOPLE),
                        size.get(ChannelFigure.MET_FIRST),
                        size.get(ChannelFigure.CAME_BACK)),
                new ChannelFigures.ChannelAnswers(
                        size.get(ChannelFigure.QUESTIONS),
                        size.get(ChannelFigure.ANSWERED),
                        size.get(ChannelFigure.ANSWERED_IN_PUBLIC),
                        seconds.isPresent() ? seconds.getAsDouble() : null),
                new ChannelFigures.ChannelWord(
                        size.get(ChannelFigure.SHARES),
                        size.get(ChannelFigure.GOOD_WORD),
                        size.get(ChannelFigure.BAD_WORD)),
                new ChannelFigures.ChannelResults(
                        size.get(ChannelFigure.REFERRALS),
                        size.get(ChannelFigure.CITATIONS),
                        size.get(ChannelFigure.VISITS),
                        size.get(ChannelFigure.ASSISTED_VISITS),
                        size.get(ChannelFigure.SALES),
                        size.get(ChannelFigure.ASSISTED_SALES),
                        minutes == 0 ? null : minutes / 60));
    }

    private ComparedChannel channel(String name) {
        return may.comparison().compared().channels().stream()
                .filter(each -> each.figures().channel().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
