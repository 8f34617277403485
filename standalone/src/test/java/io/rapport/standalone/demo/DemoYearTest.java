package io.rapport.standalone.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.Kind;
import io.rapport.contracts.engagement.ParentKnown;
import io.rapport.messaging.Json;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DemoYearTest {

    private static final LocalDate START = LocalDate.of(2025, 6, 1);
    private static final int DAYS = 365;
    private static final List<DemoYear> YEARS = DemoBrand.all().stream()
            .map(brand -> DemoYear.of(brand, 7, START, DAYS))
            .toList();

    static List<DemoYear> years() {
        return YEARS;
    }

    @ParameterizedTest
    @MethodSource("years")
    void isTheSameForTheSameSeedAndAnotherForAnother(DemoYear year) {
        var again = DemoYear.of(year.brand(), 7, START, DAYS);
        var other = DemoYear.of(year.brand(), 8, START, DAYS);

        assertThat(json(again)).isEqualTo(json(year));
        assertThat(json(other)).isNotEqualTo(json(year));
    }

    @ParameterizedTest
    @MethodSource("years")
    void hasThousandsOfEngagementsInOrderWithinItsDays(DemoYear year) {
        assertThat(year.engagements()).hasSizeBetween(5_000, 9_000);
        assertThat(year.engagements())
                .isSortedAccordingTo((a, b) -> a.occurredAt().compareTo(b.occurredAt()));
        assertThat(year.engagements())
                .allSatisfy(each -> assertThat(
                                each.occurredAt().atZone(year.brand().zone()).toLocalDate())
                        .isBetween(START, START.plusDays(DAYS - 1)));
        assertThat(year.engagements()).extracting(DemoEngagement::sourceId).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("years")
    void isAboutManyPeopleOnManyChannels(DemoYear year) {
        assertThat(year.people()).hasSize(120).extracting(DemoPerson::name).doesNotHaveDuplicates();
        assertThat(year.engagements())
                .extracting(DemoEngagement::channel)
                .contains("x", "facebook", "mastodon", "email", "phone", "meeting", "web");
        assertThat(year.engagements())
                .extracting(DemoEngagement::kind)
                .contains(Kind.QUOTE, Kind.REVIEW, Kind.PURCHASE, Kind.REFERRAL, Kind.INTRODUCTION, Kind.THANKS);
    }

    @ParameterizedTest
    @MethodSource("years")
    void namesTheTeamOnEverythingThatGoesOut(DemoYear year) {
        assertThat(of(year, each -> each.direction() == Direction.OUTBOUND))
                .allSatisfy(each -> assertThat(year.brand().staff()).contains(each.staff()));
    }

    @ParameterizedTest
    @MethodSource("years")
    void leavesSomeQuestionsUnanswered(DemoYear year) {
        var asked = of(
                year,
                each -> each.direction() == Direction.INBOUND
                        && text(each).endsWith("?")
                        && each.kind() == Kind.MENTION);
        var answered =
                of(
                                year,
                                each -> each.direction() == Direction.OUTBOUND
                                        && each.object().inReplyTo() != null)
                        .stream()
                        .map(each -> each.object().inReplyTo())
                        .collect(toSet());

        var open = asked.stream()
                .filter(each -> !answered.contains(each.sourceId()))
                .count();
        assertThat(open).isBetween(1L, asked.size() / 2L);
    }

    @ParameterizedTest
    @MethodSource("years")
    void hasABotPaidPraiseAndTheTeamBelowItsOwnPosts(DemoYear year) {
        var team =
                year.registration().staff().stream().map(handle -> handle.id()).collect(toSet());

        assertThat(of(year, each -> Boolean.TRUE.equals(each.actor().bot()))).hasSizeGreaterThan(50);
        assertThat(of(year, each -> text(each).contains("#ad"))).hasSizeGreaterThan(5);
        assertThat(of(
                        year,
                        each -> each.direction() == Direction.INBOUND
                                && team.contains(each.actor().id())))
                .isNotEmpty();
        assertThat(of(
                        year,
                        each -> each.content() != null
                                && Boolean.TRUE.equals(each.content().promotional())))
                .extracting(DemoEngagement::kind)
                .contains(Kind.POST, Kind.EMAIL);
    }

    @ParameterizedTest
    @MethodSource("years")
    void hasAComplaintThatIsPassedOnAllOverAndAnswered(DemoYear year) {
        var complaint =
                of(year, each -> text(each).equals(year.brand().complaint())).get(0);
        var thread = of(year, each -> complaint.sourceId().equals(each.object().conversation()));
        var shares =
                thread.stream().filter(each -> each.object().shareOf() != null).toList();

        assertThat(shares).hasSizeGreaterThan(40).allSatisfy(each -> {
            assertThat(each.object().parent()).isEqualTo(ParentKnown.OBSERVED);
            assertThat(each.occurredAt()).isBefore(complaint.occurredAt().plus(Duration.ofDays(20)));
        });
        assertThat(shares)
                .anySatisfy(each -> assertThat(each.object().shareOf()).isNotEqualTo(complaint.sourceId()));
        assertThat(thread).anySatisfy(each -> assertThat(each.direction()).isEqualTo(Direction.OUTBOUND));
    }

    @ParameterizedTest
    @MethodSource("years")
    void hasAClientWhoGoesQuiet(DemoYear year) {
        var quiet =
                year.people().stream().filter(DemoPerson::isClient).findFirst().orElseThrow();
        var ids = quiet.handles().values().stream().map(actor -> actor.id()).collect(toSet());
        var words = of(year, each -> ids.contains(each.actor().id()));
        var last = words.get(words.size() - 1).occurredAt();

        assertThat(words).hasSizeGreaterThan(30);
        assertThat(last.atZone(year.brand().zone()).toLocalDate()).isBefore(START.plusDays(DAYS - 70));
    }

    @ParameterizedTest
    @MethodSource("years")
    void hasSomebodyWhoTakesANewNameUnderTheSameId(DemoYear year) {
        var renamed = year.people().stream()
                .filter(person -> person.rename() != null)
                .findFirst()
                .orElseThrow();
        var id = renamed.handles().get(renamed.social()).id();

        assertThat(of(year, each -> each.actor().id().equals(id)))
                .extracting(each -> each.actor().displayName())
                .contains(renamed.name(), renamed.rename().name());
    }

    @ParameterizedTest
    @MethodSource("years")
    void knowsSomePeopleByTheSameAddressOnSeveralChannels(DemoYear year) {
        Map<String, Set<String>> channels = year.engagements().stream()
                .filter(each -> each.actor().email() != null)
                .collect(groupingBy(each -> each.actor().email(), mapping(DemoEngagement::channel, toSet())));

        assertThat(channels.values()).filteredOn(each -> each.size() > 1).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("years")
    void neverGivesOneAccountToTwoPeople(DemoYear year) {
        var accounts = year.people().stream()
                .flatMap(person -> person.handles().entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue().id()))
                .toList();

        assertThat(new HashSet<>(accounts)).hasSameSizeAs(accounts);
    }

    private static List<DemoEngagement> of(DemoYear year, Predicate<DemoEngagement> which) {
        return year.engagements().stream().filter(which).toList();
    }

    private static String text(DemoEngagement engagement) {
        return Stream.ofNullable(engagement.content())
                .map(content -> String.valueOf(content.text()))
                .findFirst()
                .orElse("");
    }

    private static String json(DemoYear year) {
        return Json.mapper().writeValueAsString(year.engagements()) + year.registration();
    }
}
