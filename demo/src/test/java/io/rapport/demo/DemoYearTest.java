package io.rapport.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.ParentSource;
import io.rapport.messaging.json.Json;
import java.time.Duration;
import java.time.Instant;
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

    private static final List<String> LATE = PhraseBook.load("phrases.txt").of("late");

    static List<DemoYear> years() {
        return YEARS;
    }

    @ParameterizedTest
    @MethodSource("years")
    void theSameSeedGeneratesTheSameYearAndAnotherSeedAnother(DemoYear year) {
        var again = DemoYear.of(year.brand(), 7, START, DAYS);
        var other = DemoYear.of(year.brand(), 8, START, DAYS);

        assertThat(json(again)).isEqualTo(json(year));
        assertThat(json(other)).isNotEqualTo(json(year));
    }

    @ParameterizedTest
    @MethodSource("years")
    void engagementsAreOrderedAndWithinThePeriod(DemoYear year) {
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
    void peopleUseManyChannelsAndKinds(DemoYear year) {
        assertThat(year.people()).hasSize(120).extracting(DemoPerson::name).doesNotHaveDuplicates();
        assertThat(year.engagements())
                .extracting(DemoEngagement::channel)
                .contains("x", "facebook", "mastodon", "email", "phone", "meeting", "web");
        assertThat(year.engagements())
                .extracting(DemoEngagement::kind)
                .contains(
                        EngagementKind.QUOTE,
                        EngagementKind.REVIEW,
                        EngagementKind.PURCHASE,
                        EngagementKind.REFERRAL,
                        EngagementKind.INTRODUCTION,
                        EngagementKind.THANKS);
    }

    @ParameterizedTest
    @MethodSource("years")
    void outboundEngagementsNameAMemberOfTheTeam(DemoYear year) {
        assertThat(of(year, each -> each.direction() == Direction.OUTBOUND))
                .allSatisfy(each -> assertThat(year.brand().staff()).contains(each.staff()));
    }

    @ParameterizedTest
    @MethodSource("years")
    void mostQuestionsAreAnsweredInTimeAndOnlyRecentOnesAreOwedAReply(DemoYear year) {
        var asked = of(
                year,
                each -> each.kind() == EngagementKind.MENTION && text(each).endsWith("?"));
        var answers =
                of(
                                year,
                                each -> each.direction() == Direction.OUTBOUND
                                        && each.object().inReplyTo() != null)
                        .stream()
                        .collect(toMap(each -> each.object().inReplyTo(), DemoEngagement::occurredAt, (a, b) -> a));
        var target = Duration.ofMinutes(year.brand().answerTargetMinutes());
        var inTime = asked.stream()
                .filter(each -> answers.getOrDefault(each.sourceId(), Instant.MAX)
                        .isBefore(each.occurredAt().plus(target)))
                .count();

        assertThat(inTime).isBetween(asked.size() * 6L / 10, asked.size() * 9L / 10);
        assertThat(asked)
                .filteredOn(each -> !answers.containsKey(each.sourceId()))
                .hasSizeLessThan(12)
                .allSatisfy(each -> assertThat(year.lastDay().minusDays(10))
                        .isBefore(each.occurredAt().atZone(year.brand().zone()).toLocalDate()));
    }

    @ParameterizedTest
    @MethodSource("years")
    void peopleReactToMessagesOfOthers(DemoYear year) {
        var messages = of(year, each -> each.direction() == Direction.INBOUND).stream()
                .collect(toMap(DemoEngagement::sourceId, each -> each));
        var reactions = messages.values().stream()
                .filter(each -> messages.containsKey(parent(each)))
                .toList();

        assertThat(reactions).hasSizeGreaterThan(200).allSatisfy(each -> {
            var parent = messages.get(parent(each));
            assertThat(each.channel()).isEqualTo(parent.channel());
            assertThat(each.actor().id()).isNotEqualTo(parent.actor().id());
            assertThat(each.occurredAt()).isAfter(parent.occurredAt());
            assertThat(each.object().conversation()).isEqualTo(parent.object().conversation());
        });
        assertThat(reactions)
                .extracting(DemoEngagement::kind)
                .contains(EngagementKind.SHARE, EngagementKind.QUOTE, EngagementKind.REPLY);
    }

    @ParameterizedTest
    @MethodSource("years")
    void inABadWeekComplaintsAreSharedMoreThanOnce(DemoYear year) {
        var closed = year.lastDay().minusDays(2);
        var bad = of(year, each -> day(year, each).isAfter(closed.minusDays(5)) && isAboutDelivery(year, each));
        var parents =
                bad.stream().filter(each -> !day(year, each).isAfter(closed)).toList();
        var children = bad.stream()
                .filter(each ->
                        parents.stream().anyMatch(parent -> parent.sourceId().equals(parent(each))))
                .toList();

        if (year.brand().badWeek()) {
            assertThat(parents).hasSizeGreaterThan(5);
            assertThat(children).hasSizeGreaterThan(parents.size() * 3 / 2);
        } else {
            assertThat(bad).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("years")
    void purchasesReferralsAndSearchesHaveValues(DemoYear year) {
        var purchases = of(year, each -> each.kind() == EngagementKind.PURCHASE);
        var searches = of(year, each -> each.channel().equals("search"));

        assertThat(purchases)
                .allSatisfy(each -> assertThat(each.value().amount()).isPositive());
        assertThat(purchases)
                .filteredOn(each -> each.value().referredBy() != null)
                .hasSizeBetween(5, purchases.size() / 4);
        assertThat(searches).hasSizeGreaterThan(50);
        assertThat(searches)
                .extracting(each -> each.value().keyword())
                .containsOnlyElementsOf(year.registration().prices().keywords().stream()
                        .map(DemoPrices.Keyword::keyword)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("years")
    void postsAboutPeopleGetMoreReactionsThanOffers(DemoYear year) {
        var posts = of(year, each -> each.kind() == EngagementKind.POST).stream()
                .collect(groupingBy(each -> each.content().topics().get(0), mapping(each -> each.sourceId(), toSet())));

        assertThat(posts).containsOnlyKeys("craft", "people", "advice", "offer");
        assertThat(meanReactions(year, posts.get("people"))).isGreaterThan(2 * meanReactions(year, posts.get("offer")));
    }

    @ParameterizedTest
    @MethodSource("years")
    void someClientsHaveAnAccountThatIsNotOnTheClientList(DemoYear year) {
        var withSecondAccount = year.people().stream()
                .filter(person -> person.isClient() && person.channels().size() > 1)
                .toList();

        assertThat(withSecondAccount).hasSizeGreaterThan(2).allSatisfy(person -> {
            var account = person.handles().get(person.channels().get(1));
            assertThat(account.displayName()).isEqualTo(person.name());
            assertThat(account.email()).isNull();
            assertThat(year.clients().rows()).noneMatch(row -> row.contains(account.id()));
        });
    }

    @ParameterizedTest
    @MethodSource("years")
    void secondAccountsOfClientsAndOneOfASiblingExist(DemoYear year) {
        var known = year.people().stream()
                .flatMap(person -> person.handles().values().stream())
                .map(DemoActor::id)
                .collect(toSet());
        var clients =
                year.people().stream().filter(DemoPerson::isClient).skip(1).toList();
        for (var second : SecondAccountName.values()) {
            var person = clients.get(second.ordinal());
            var family = person.name().substring(person.firstName().length() + 1);
            var others = of(year, each -> !known.contains(each.actor().id())).stream()
                    .map(each -> String.valueOf(each.actor().displayName()))
                    .collect(toSet());
            if (second == SecondAccountName.SIBLING) {
                assertThat(others)
                        .filteredOn(name -> name.endsWith(" " + family))
                        .hasSize(1)
                        .doesNotContain(person.name());
            } else {
                assertThat(others).contains(second.displayName(person.firstName(), family));
            }
        }
        assertThat(year.people())
                .extracting(person -> person.name().substring(person.name().indexOf(' ')))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("years")
    void botsPaidPraiseAndStaffCommentsExist(DemoYear year) {
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
                .contains(EngagementKind.POST, EngagementKind.EMAIL);
    }

    @ParameterizedTest
    @MethodSource("years")
    void oneComplaintIsSharedWidelyAndAnswered(DemoYear year) {
        var complaint =
                of(year, each -> text(each).equals(year.brand().complaint())).get(0);
        var thread = of(year, each -> complaint.sourceId().equals(each.object().conversation()));
        var shares = thread.stream()
                .filter(each -> each.object().parent() != null && each.direction() == Direction.INBOUND)
                .filter(each -> each.kind() != EngagementKind.THANKS)
                .toList();

        assertThat(shares).hasSizeGreaterThan(40).allSatisfy(each -> {
            assertThat(each.object().parent()).isEqualTo(ParentSource.OBSERVED);
            assertThat(each.occurredAt()).isBefore(complaint.occurredAt().plus(Duration.ofDays(20)));
        });
        assertThat(shares).extracting(each -> each.object().shareOf()).contains(complaint.sourceId());
        assertThat(shares)
                .anySatisfy(each -> assertThat(each.object().shareOf()).isNotIn(complaint.sourceId(), null));
        assertThat(thread).anySatisfy(each -> assertThat(each.direction()).isEqualTo(Direction.OUTBOUND));
    }

    @ParameterizedTest
    @MethodSource("years")
    void oneClientBecomesQuiet(DemoYear year) {
        var quiet =
                year.people().stream().filter(DemoPerson::isClient).findFirst().orElseThrow();
        var ids = quiet.handles().values().stream().map(actor -> actor.id()).collect(toSet());
        var engagements = of(year, each -> ids.contains(each.actor().id()));
        var last = engagements.get(engagements.size() - 1).occurredAt();

        assertThat(engagements).hasSizeGreaterThan(30);
        assertThat(last.atZone(year.brand().zone()).toLocalDate()).isBefore(START.plusDays(DAYS - 70));
    }

    @ParameterizedTest
    @MethodSource("years")
    void onePersonChangesTheNameAndKeepsTheAccountId(DemoYear year) {
        var renamed = year.people().stream()
                .filter(person -> person.rename() != null)
                .findFirst()
                .orElseThrow();
        var id = renamed.handles().get(renamed.mainChannel()).id();

        assertThat(of(year, each -> each.actor().id().equals(id)))
                .extracting(each -> each.actor().displayName())
                .contains(renamed.name(), renamed.rename().name());
    }

    @ParameterizedTest
    @MethodSource("years")
    void somePeopleHaveTheSameEmailAddressOnSeveralChannels(DemoYear year) {
        Map<String, Set<String>> channels = year.engagements().stream()
                .filter(each -> each.actor().email() != null)
                .collect(groupingBy(each -> each.actor().email(), mapping(DemoEngagement::channel, toSet())));

        assertThat(channels.values()).filteredOn(each -> each.size() > 1).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("years")
    void noAccountBelongsToTwoPeople(DemoYear year) {
        var accounts = year.people().stream()
                .flatMap(person -> person.handles().entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue().id()))
                .toList();

        assertThat(new HashSet<>(accounts)).hasSameSizeAs(accounts);
    }

    private static List<DemoEngagement> of(DemoYear year, Predicate<DemoEngagement> which) {
        return year.engagements().stream().filter(which).toList();
    }

    /** The average number of reactions to a post. */
    private static double meanReactions(DemoYear year, Set<String> posts) {
        return of(year, each -> posts.contains(parent(each))).size() / (double) posts.size();
    }

    private static String parent(DemoEngagement engagement) {
        var object = engagement.object();
        return object.shareOf() != null ? object.shareOf() : object.inReplyTo();
    }

    private static LocalDate day(DemoYear year, DemoEngagement engagement) {
        return engagement.occurredAt().atZone(year.brand().zone()).toLocalDate();
    }

    /** Whether it is inbound and its thread starts with a complaint about a delivery. */
    private static boolean isAboutDelivery(DemoYear year, DemoEngagement engagement) {
        var first = engagement.object().conversation();
        return engagement.direction() == Direction.INBOUND
                && year.engagements().stream()
                        .filter(each -> each.sourceId().equals(first))
                        .anyMatch(each ->
                                LATE.stream().anyMatch(phrase -> text(each).endsWith(ending(phrase))));
    }

    private static String ending(String phrase) {
        return phrase.substring(phrase.lastIndexOf('}') + 1);
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
