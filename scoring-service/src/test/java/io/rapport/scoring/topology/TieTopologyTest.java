package io.rapport.scoring.topology;

import static io.rapport.scoring.topology.ScoringEventFixtures.assigned;
import static io.rapport.scoring.topology.ScoringEventFixtures.in;
import static io.rapport.scoring.topology.ScoringEventFixtures.inbound;
import static io.rapport.scoring.topology.ScoringEventFixtures.outbound;
import static io.rapport.scoring.topology.ScoringEventFixtures.person;
import static io.rapport.scoring.topology.ScoringEventFixtures.staff;
import static io.rapport.scoring.topology.ScoringEventFixtures.worth;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.contracts.Topic;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.engagement.EngagementContent;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementReceivedBuilder;
import io.rapport.contracts.engagement.EngagementValue;
import io.rapport.contracts.engagement.MessageRef;
import io.rapport.contracts.tie.RelationshipTieChanged;
import io.rapport.contracts.tie.TieDay;
import io.rapport.contracts.tie.TieDayBuilder;
import io.rapport.messaging.json.JsonSerde;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TieTopologyTest {

    private static final JsonSerde<RelationshipTieChanged> JSON = new JsonSerde<>(RelationshipTieChanged.class);

    private final ScoringTopologyDriver stream = new ScoringTopologyDriver();

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void answerTiesItsAuthorToThatOfTheMessageInEitherOrder() {
        everyone("ada", "ben");
        stream.receive(reply("ben", "2", "2026-02-01", "m1"), message("ada", "m1", "2026-01-01"))
                .receive(share("ben", "3", "2026-03-02", "m1"))
                .settle();

        var tie = tie("ada", "ben");
        assertThat(tie.messages()).isEqualTo(2);
        assertThat(tie.firstDay()).isEqualTo(LocalDate.parse("2026-02-01"));
        assertThat(tie.lastDay()).isEqualTo(LocalDate.parse("2026-03-02"));
        assertThat(tie.weight()).isCloseTo(1 + Math.pow(2, -29 / 60.0), within(1e-9));
        assertThat(tie.person().toString()).isLessThan(tie.other().toString());
    }

    @Test
    void answersToTheBrandToOneselfAndReactionsTieNobody() {
        everyone("ada", "ben");
        stream.receive(
                        in(outbound("brand", "post", "2026-01-01", EngagementKind.POST), own("post")),
                        reply("ada", "1", "2026-01-02", "post"),
                        message("ben", "post", "2026-01-03"),
                        message("ada", "m", "2026-01-02"),
                        reply("ada", "2", "2026-01-02", "m"),
                        in(inbound("ben", "3", "2026-01-02", EngagementKind.REACTION), answer("m")))
                .settle();

        assertThat(ties()).isEmpty();
    }

    @Test
    void referralHasADirection() {
        everyone("ada", "ben");
        var value = new EngagementValue(null, null, null, null, null, "ada");
        stream.receive(worth(inbound("ben", "1", "2026-01-02", EngagementKind.COMMENT), value))
                .settle();

        var tie = tie("ada", "ben");
        var isAdaFirst = tie.person().equals(person("ADA"));
        assertThat(isAdaFirst ? tie.referrals() : tie.referredBy()).isEqualTo(1);
        assertThat(isAdaFirst ? tie.referredBy() : tie.referrals()).isZero();
    }

    @Test
    void mentionTiesItsAuthorToTheMentionedOnceWithAReplyToThem() {
        everyone("ada", "ben", "cat");
        stream.receive(
                        message("ada", "m", "2026-01-01"),
                        mention(reply("ben", "1", "2026-02-01", "m"), "ada", "cat", "ben", "unknown"),
                        mention(message("ada", "n", "2026-01-05"), "ben"))
                .settle();

        assertThat(ties()).hasSize(2);
        var tie = tie("ada", "ben");
        assertThat(tie.messages()).isEqualTo(1);
        assertThat(tie.mentions()).isEqualTo(2);
        assertThat(tie.weight()).isCloseTo(1 + Math.pow(2, -27 / 60.0), within(1e-9));
        assertThat(tie.days())
                .containsExactly(
                        TieDayBuilder.builder()
                                .day(LocalDate.parse("2026-01-05"))
                                .mentions(1L)
                                .build(),
                        TieDayBuilder.builder()
                                .day(LocalDate.parse("2026-02-01"))
                                .messages(1L)
                                .mentions(1L)
                                .build());
        assertThat(tie("ben", "cat").mentions()).isEqualTo(1);
    }

    @Test
    void mentionsByTheBrandOrByPaidMessagesTieNobody() {
        everyone("ada", "ben");
        var paid = new EngagementContent("an offer", null, null, null, true, null);
        stream.receive(
                        mention(outbound("ada", "1", "2026-01-02", EngagementKind.REPLY), "ben"),
                        EngagementReceivedBuilder.builder(mention(message("ada", "2", "2026-01-02"), "ben"))
                                .content(paid)
                                .build())
                .settle();

        assertThat(ties()).isEmpty();
    }

    @Test
    void revisionReplacesMentionsAndAWithdrawalTakesThemBack() {
        everyone("ada", "ben", "cat");
        var first = mention(message("ada", "m", "2026-01-02"), "ben");
        stream.receive(revised(mention(message("ada", "m", "2026-01-02"), "cat"), 2), first)
                .settle();
        assertThat(ties()).hasSize(1);
        assertThat(tie("ada", "cat").mentions()).isEqualTo(1);

        stream.receive(revised(mention(message("ada", "m", "2026-01-02"), "cat", "ben"), 3))
                .settle();
        assertThat(ties()).hasSize(2);
        stream.receive(withdrawn(first, 4)).settle();
        assertThat(ties()).isEmpty();
    }

    /** A platform delivers again what a version without mentions has counted. */
    @Test
    void repeatedEngagementWithMentionsIsNoConflict() {
        everyone("ada", "ben");
        var plain = message("ada", "m", "2026-01-02");
        stream.receive(plain, mention(plain, "ben")).settle();

        assertThat(stream.published(Topic.ENGAGEMENT_REJECTED)).isEmpty();
        stream.receive(mention(plain, "ben"), message("ada", "n", "2026-01-02"), mention(plain, "ada"))
                .settle();
        assertThat(stream.published(Topic.ENGAGEMENT_REJECTED)).isEmpty();
        var other = message("ada", "o", "2026-01-02");
        stream.receive(mention(other, "ben"), other).settle();
        assertThat(stream.published(Topic.ENGAGEMENT_REJECTED)).hasSize(1);
    }

    @Test
    void eventTiesWhoAttendedUnlessTooManyDid() {
        var guests = new ArrayList<String>();
        for (var i = 0; i < 12; i++) {
            guests.add("guest" + i);
        }
        everyone(guests.toArray(String[]::new));
        everyone("late");
        guests.forEach(guest -> stream.receive(attend(guest, "2026-01-10"), attend(guest, "2026-01-09")));
        stream.settle();
        assertThat(ties()).hasSize(12 * 11 / 2).allSatisfy(tie -> {
            assertThat(tie.events()).isEqualTo(1);
            assertThat(tie.lastDay()).isEqualTo(LocalDate.parse("2026-01-09"));
        });

        stream.receive(attend("late", "2026-01-10")).settle();
        assertThat(ties()).isEmpty();
    }

    @Test
    void withdrawalTakesItsContactBackAndALaterRevisionAddsItAgain() {
        everyone("ada", "ben");
        var first = reply("ben", "1", "2026-02-01", "m");
        var second = share("ben", "2", "2026-03-02", "m");
        stream.receive(message("ada", "m", "2026-01-01"), first, second).settle();
        assertThat(tie("ada", "ben").messages()).isEqualTo(2);

        stream.receive(withdrawn(first, 1)).settle();
        assertThat(tie("ada", "ben").messages()).isEqualTo(1);
        assertThat(tie("ada", "ben").firstDay()).isEqualTo(LocalDate.parse("2026-03-02"));
        stream.receive(withdrawn(second, 1), withdrawn(second, 1)).settle();
        assertThat(ties()).isEmpty();

        stream.receive(revised(first, 2)).settle();
        assertThat(tie("ada", "ben").messages()).isEqualTo(1);
        assertThat(tie("ada", "ben").lastDay()).isEqualTo(LocalDate.parse("2026-02-01"));
    }

    @Test
    void answerThatIsWithdrawnBeforeItsMessageArrivesTiesNobody() {
        everyone("ada", "ben");
        var answer = reply("ben", "1", "2026-02-01", "m");
        stream.receive(answer, withdrawn(answer, 1), message("ada", "m", "2026-01-01"))
                .settle();

        assertThat(ties()).isEmpty();
    }

    @Test
    void revisionMovesTheContactToTheMessageItAnswers() {
        everyone("ada", "ben", "cat");
        var answer = reply("ben", "1", "2026-02-01", "m");
        stream.receive(
                        message("ada", "m", "2026-01-01"),
                        message("cat", "n", "2026-01-01"),
                        answer,
                        revised(reply("ben", "1", "2026-02-01", "n"), 1))
                .settle();

        assertThat(ties()).hasSize(1);
        assertThat(tie("ben", "cat").messages()).isEqualTo(1);
    }

    /** More answers wait than are kept: those that were dropped cannot be taken back. */
    @Test
    void withdrawnAnswersLeaveNoNegativeContacts() {
        everyone("ada", "ben");
        var answers = new ArrayList<EngagementReceived>();
        for (var i = 0; i < 53; i++) {
            answers.add(reply("ben", "r" + i, "2026-02-01", "m"));
        }
        stream.receive(answers.toArray(EngagementReceived[]::new))
                .receive(message("ada", "m", "2026-01-01"))
                .settle();
        assertThat(tie("ada", "ben").messages()).isEqualTo(50);

        answers.forEach(answer -> stream.receive(withdrawn(answer, 1)));
        stream.settle();
        assertThat(ties()).isEmpty();
        stream.receive(reply("ben", "again", "2026-02-01", "m")).settle();
        assertThat(tie("ada", "ben").messages()).isEqualTo(1);
    }

    @Test
    void withdrawnReferralsAndAttendancesTieNobody() {
        everyone("ada", "ben");
        var referred = worth(
                inbound("ben", "1", "2026-01-02", EngagementKind.COMMENT),
                new EngagementValue(null, null, null, null, null, "ada"));
        stream.receive(referred, attend("ada", "2026-01-09"), attend("ada", "2026-01-11"), attend("ben", "2026-01-10"))
                .settle();
        assertThat(tie("ada", "ben").events()).isEqualTo(1);
        assertThat(tie("ada", "ben").lastDay()).isEqualTo(LocalDate.parse("2026-01-10"));

        stream.receive(withdrawn(referred, 1), withdrawn(attend("ada", "2026-01-09"), 1))
                .settle();
        assertThat(tie("ada", "ben").referrals() + tie("ada", "ben").referredBy())
                .isZero();
        assertThat(tie("ada", "ben").events()).isEqualTo(1);
        assertThat(tie("ada", "ben").lastDay()).as("the other attendance").isEqualTo(LocalDate.parse("2026-01-11"));
        stream.receive(withdrawn(attend("ada", "2026-01-11"), 1)).settle();
        assertThat(ties()).isEmpty();
    }

    @Test
    void handleAttendsOnItsEarliestDayOfAnyNumber() {
        everyone("ada", "ben");
        for (var day = 25; day >= 10; day--) {
            stream.receive(attend("ada", "2026-01-" + day));
        }
        stream.receive(attend("ben", "2026-01-09")).settle();

        assertThat(tie("ada", "ben").events()).isEqualTo(1);
        assertThat(tie("ada", "ben").lastDay()).isEqualTo(LocalDate.parse("2026-01-10"));
        assertThat(stream.contents("tie-node").toString().split("\\|ada", -1))
                .as("ten attendances are kept")
                .hasSize(11);
    }

    @Test
    void mergeMovesTiesAndSplitRestoresThem() {
        everyone("ada", "ben", "cat");
        stream.receive(
                        message("ada", "m", "2026-01-01"),
                        reply("ben", "1", "2026-01-02", "m"),
                        reply("cat", "2", "2026-01-03", "m"))
                .settle();
        var before = ties();
        assertThat(before).hasSize(2);

        stream.assign(assigned("cat", "BEN", 2)).settle();
        assertThat(ties())
                .singleElement()
                .satisfies(tie -> assertThat(tie.messages()).isEqualTo(2));
        stream.assign(assigned("ada", "BEN", 2)).settle();
        assertThat(ties()).as("all are one person").isEmpty();

        stream.assign(assigned("ada", "ADA", 3), assigned("cat", "CAT", 3)).settle();
        assertThat(withoutSequence(ties())).isEqualTo(withoutSequence(before));
        stream.assign(staff("ada", "ADA", true, 4)).settle();
        assertThat(ties()).as("staff has no ties").isEmpty();
        stream.assign(staff("ada", "ADA", false, 5)).settle();
        assertThat(withoutSequence(ties())).isEqualTo(withoutSequence(before));
        assertThat(sequences())
                .allSatisfy((key, all) -> assertThat(all).isSorted().doesNotHaveDuplicates());
    }

    @Test
    void erasureRemovesTiesAndEveryTraceOfTheHandle() {
        everyone("ada", "ben", "cat");
        stream.receive(
                        message("ada", "m", "2026-01-01"),
                        reply("ben", "1", "2026-01-02", "m"),
                        reply("ben", "2", "2026-01-02", "unknown"),
                        mention(message("ben", "own", "2026-01-02"), "ada"),
                        mention(message("cat", "other", "2026-01-02"), "ben"),
                        reply("cat", "3", "2026-01-03", "m"),
                        attend("ben", "2026-01-10"),
                        attend("cat", "2026-01-10"))
                .settle();
        assertThat(ties()).hasSize(3);

        stream.erase(List.of("ben"), List.of("BEN")).settle();
        assertThat(ties())
                .singleElement()
                .satisfies(tie -> assertThat(List.of(tie.person(), tie.other()))
                        .containsExactlyInAnyOrder(person("ADA"), person("CAT")));
        for (var store : List.of("tie-node", "handle-tie", "person-tie")) {
            assertThat(stream.contents(store).toString())
                    .as(store)
                    .doesNotContain("x|ben")
                    .contains("|");
        }

        stream.receive(reply("cat", "4", "2026-01-04", "own"), message("ada", "unknown", "2026-01-05"))
                .settle();
        assertThat(ties()).hasSize(1);
    }

    /** Any order of arrival, with merges and withdrawals in between, ends with the ties that all events give. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void tiesAreThoseOfAllEventsInAnyOrder(long seed) {
        var random = new Random(seed);
        var handles = List.of("a", "b", "c", "d", "e", "f", "g", "h");
        var owners = new HashMap<String, String>();
        var authors = new HashMap<String, String>();
        var events = new ArrayList<EngagementReceived>();
        var contacts = new ArrayList<String[]>();
        var mentions = new ArrayList<String[]>();
        for (var i = 0; i < 40; i++) {
            var handle = handles.get(random.nextInt(handles.size()));
            authors.put("m" + i, handle);
            events.add(message(handle, "m" + i, day(random)));
        }
        for (var i = 0; i < 120; i++) {
            var handle = handles.get(random.nextInt(handles.size()));
            var message = "m" + random.nextInt(45);
            var mentioned = handles.get(random.nextInt(handles.size()));
            var day = day(random);
            var reply = mention(reply(handle, "r" + i, day, message), mentioned);
            events.add(reply);
            if (random.nextInt(4) == 0) {
                events.add(withdrawn(reply, 1));
                continue;
            }
            if (random.nextInt(4) == 0) {
                // The revision mentions another account.
                mentioned = handles.get(random.nextInt(handles.size()));
                events.add(revised(mention(reply(handle, "r" + i, day, message), mentioned), 1));
            }
            mentions.add(new String[] {handle, mentioned});
            if (authors.containsKey(message)) {
                contacts.add(new String[] {handle, authors.get(message)});
            }
        }
        Collections.shuffle(events, random);
        var versions = new HashMap<String, Long>();
        for (var event : events) {
            if (random.nextInt(4) == 0) {
                var handle = handles.get(random.nextInt(handles.size()));
                owners.put(handle, "P" + random.nextInt(5));
                var version = versions.merge(handle, 1L, Long::sum);
                stream.assign(assigned(handle, owners.get(handle), version));
            }
            stream.receive(event);
            if (random.nextInt(10) == 0) {
                stream.receive(event).pass(Duration.ofMillis(400));
            }
        }
        stream.settle().settle();

        var expected = new TreeMap<String, List<Long>>();
        for (var sort : List.of(contacts, mentions)) {
            for (var contact : sort) {
                var one = owners.get(contact[0]);
                var other = owners.get(contact[1]);
                if (one != null && other != null && !one.equals(other)) {
                    var counts = expected.computeIfAbsent(pair(one, other), key -> new ArrayList<>(List.of(0L, 0L)));
                    counts.set(sort == contacts ? 0 : 1, counts.get(sort == contacts ? 0 : 1) + 1);
                }
            }
        }
        var found = new TreeMap<String, List<Long>>();
        var byDay = new TreeMap<String, List<Long>>();
        for (var tie : ties()) {
            var pair = tie.person() + "|" + tie.other();
            found.put(pair, List.of(tie.messages(), requireNonNull(tie.mentions())));
            byDay.put(pair, List.of(sum(tie, TieDay::messages), sum(tie, TieDay::mentions)));
        }
        assertThat(found).isEqualTo(expected).isNotEmpty();
        assertThat(byDay).isEqualTo(expected);
    }

    private static long sum(RelationshipTieChanged tie, Function<TieDay, @Nullable Long> count) {
        return requireNonNull(tie.days()).stream()
                .map(count)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }

    private static String pair(String one, String other) {
        var ids = new ArrayList<>(List.of(person(one).toString(), person(other).toString()));
        Collections.sort(ids);
        return String.join("|", ids);
    }

    private static String day(Random random) {
        return LocalDate.parse("2026-01-01").plusDays(random.nextInt(60)).toString();
    }

    private void everyone(String... handles) {
        for (var handle : handles) {
            stream.assign(assigned(handle, handle.toUpperCase(Locale.ROOT), 1));
        }
    }

    private RelationshipTieChanged tie(String one, String other) {
        var people = Set.of(person(one.toUpperCase(Locale.ROOT)), person(other.toUpperCase(Locale.ROOT)));
        return ties().stream()
                .filter(tie -> new HashSet<UUID>(List.of(tie.person(), tie.other())).equals(people))
                .findAny()
                .orElseThrow();
    }

    /** The latest state of each pair; those that were withdrawn are left out. */
    private List<RelationshipTieChanged> ties() {
        var latest = new TreeMap<String, RelationshipTieChanged>();
        for (var record : stream.published(Topic.TIE_CURRENT)) {
            if (record.value() == null) {
                latest.remove(record.key());
            } else {
                var tie = Objects.requireNonNull(JSON.read(record.value()));
                assertThat(record.key())
                        .isEqualTo(TopicKeys.join(
                                tie.agency(),
                                tie.brand(),
                                tie.person().toString(),
                                tie.other().toString()));
                latest.put(record.key(), tie);
            }
        }
        return List.copyOf(latest.values());
    }

    private Map<String, List<Long>> sequences() {
        var all = new TreeMap<String, List<Long>>();
        for (var record : stream.published(Topic.TIE_CURRENT)) {
            if (record.value() != null) {
                all.computeIfAbsent(record.key(), key -> new ArrayList<>())
                        .add(Objects.requireNonNull(JSON.read(record.value())).sequence());
            }
        }
        return all;
    }

    private static List<String> withoutSequence(List<RelationshipTieChanged> ties) {
        return ties.stream()
                .map(tie -> tie.toString().replaceAll("sequence=\\d+", ""))
                .toList();
    }

    /** As sources send it: with the id, and without what the engagement referred to. */
    private static EngagementReceived withdrawn(EngagementReceived e, long revision) {
        return EngagementReceivedBuilder.builder(e)
                .object(null)
                .content(null)
                .value(null)
                .mentions(null)
                .revision(revision)
                .withdrawn(true)
                .build();
    }

    private static EngagementReceived revised(EngagementReceived e, long revision) {
        return EngagementReceivedBuilder.builder(e).revision(revision).build();
    }

    private static EngagementReceived message(String handle, String id, String day) {
        return in(inbound(handle, "message " + id, day, EngagementKind.COMMENT), own(id));
    }

    private static EngagementReceived reply(String handle, String id, String day, String message) {
        return in(inbound(handle, id, day, EngagementKind.REPLY), answer(message));
    }

    private static EngagementReceived share(String handle, String id, String day, String message) {
        return in(
                inbound(handle, id, day, EngagementKind.SHARE), new MessageRef(null, null, message, null, null, null));
    }

    private static EngagementReceived mention(EngagementReceived by, String... handles) {
        return EngagementReceivedBuilder.builder(by).mentions(List.of(handles)).build();
    }

    private static EngagementReceived attend(String handle, String day) {
        return in(
                outbound(handle, handle + day, day, EngagementKind.MEETING),
                new MessageRef(null, null, null, "fair", null, null));
    }

    private static MessageRef own(String id) {
        return new MessageRef(id, null, null, null, null, null);
    }

    private static MessageRef answer(String message) {
        return new MessageRef(null, message, null, null, null, null);
    }
}
