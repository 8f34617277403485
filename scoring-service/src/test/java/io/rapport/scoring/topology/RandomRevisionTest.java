package io.rapport.scoring.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.content.ContentMeasured;
import io.rapport.contracts.engagement.ActorBuilder;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementContent;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementReceivedBuilder;
import io.rapport.contracts.engagement.MessageRef;
import io.rapport.contracts.engagement.ParentSource;
import io.rapport.contracts.score.AccountBalance;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.scoring.domain.value.OrderLedger;
import io.rapport.scoring.topology.handle.state.HandleState;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Random edits and deletions, in any order, with duplicates, corrections and reassignments between them, end where a history ends
 * that only ever saw the final revision of each engagement.
 */
class RandomRevisionTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final LocalDate LAST = LocalDate.parse("2026-01-20");
    private static final int ENGAGEMENTS = 70;
    private static final int POSTS = 6;
    private static final int DAYS = 12;
    private static final String STAFF = "h7";
    private static final List<String> TEXTS = List.of(
            MessageFixtures.GOOD, MessageFixtures.BAD, MessageFixtures.NEITHER, "Why is that?", "When do you open?");
    private static final EngagementKind[] INBOUND = {
        EngagementKind.COMMENT,
        EngagementKind.REPLY,
        EngagementKind.REVIEW,
        EngagementKind.MESSAGE,
        EngagementKind.SHARE,
        EngagementKind.SHARE,
        EngagementKind.QUOTE,
        EngagementKind.REACTION,
        EngagementKind.UNFOLLOW,
        EngagementKind.VISIT,
        EngagementKind.PURCHASE,
        EngagementKind.PURCHASE
    };
    private static final EngagementKind[] OUTBOUND = {
        EngagementKind.REPLY, EngagementKind.MESSAGE, EngagementKind.MEETING, EngagementKind.THANKS
    };

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void endsWhereTheFinalRevisionsAloneEnd(@ForAll long seed) {
        var random = new Random(seed);
        var histories = new ArrayList<List<EngagementReceived>>();
        for (var n = 0; n < ENGAGEMENTS; n++) {
            histories.add(revisions(random, n));
        }
        var last = histories.stream()
                .map(all -> Collections.max(all, Comparator.comparingLong(EngagementReceived::revisionRank)))
                .toList();
        var others = identitiesAndCorrections(random, last);
        var records = histories.stream().flatMap(List::stream).collect(Collectors.toCollection(ArrayList::new));
        for (var n = 0; n < 20; n++) {
            records.add(records.get(random.nextInt(records.size())));
        }
        try (var stream = new ScoringTopologyDriver();
                var reference = new ScoringTopologyDriver()) {
            play(stream, mixed(random, records, others), random);
            play(reference, mixed(random, last, others), new Random(1));

            assertPeople(stream, reference);
            assertBrand(stream, reference, records.size(), last.size());
            assertContentAndSpread(stream, reference);
            assertHandles(stream, reference);
        }
    }

    /** An action on a stream. */
    private interface Step extends Consumer<ScoringTopologyDriver> {}

    /** All records in any order, and between them the other steps in their own order. */
    private static List<Step> mixed(Random random, List<EngagementReceived> records, List<Step> others) {
        var shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, random);
        var steps = new ArrayList<Step>();
        shuffled.forEach(record -> steps.add(stream -> stream.receive(record)));
        var at = others.stream()
                .map(other -> random.nextInt(steps.size()))
                .sorted()
                .toList();
        for (var n = others.size() - 1; n >= 0; n--) {
            steps.add(at.get(n), others.get(n));
        }
        return steps;
    }

    private static void play(ScoringTopologyDriver stream, List<Step> steps, Random random) {
        stream.register(ReferenceValueFigures.priced(ScoringEventFixtures.registered(BrandClock.EVENT)));
        stream.assign(ScoringEventFixtures.staff(STAFF, "Staff", true, 1));
        // The current day and the age of posts do not turn back when what is latest is withdrawn.
        stream.receive(
                anchor("a1", EngagementKind.VISIT),
                anchor("a2", EngagementKind.VISIT),
                anchor("ours", EngagementKind.POST));
        for (var step : steps) {
            step.accept(stream);
            if (random.nextInt(10) == 0) {
                stream.pass(Duration.ofMillis(random.nextInt(8) * 100L));
            }
        }
        stream.settle().settle();
    }

    private static EngagementReceived anchor(String handle, EngagementKind kind) {
        var direction = kind == EngagementKind.POST ? Direction.OUTBOUND : Direction.INBOUND;
        return ScoringEventFixtures.in(
                ScoringEventFixtures.engagement(
                        ScoringEventFixtures.handle(handle), "anchor-" + handle, LAST, direction, kind),
                new MessageRef("anchor-" + handle, null, null, null, null, null));
    }

    /** One to four revisions of an engagement; any of them may be a withdrawal. */
    private static List<EngagementReceived> revisions(Random random, int n) {
        var revisions = new ArrayList<EngagementReceived>();
        var revision = random.nextInt(3) - 1L;
        for (var left = random.nextInt(3) == 0 ? 1 : 1 + random.nextInt(4); left > 0; left--) {
            var engagement = n < POSTS ? post(random, n) : engagement(random, n);
            revisions.add(EngagementReceivedBuilder.builder(engagement)
                    .revision(revision < 0 ? null : revision)
                    .withdrawn(random.nextInt(4) == 0 ? true : null)
                    .build());
            revision = Math.max(0, revision) + 1 + random.nextInt(3);
        }
        return revisions;
    }

    /** The time of a post does not change: engagements with it keep the age they were counted at. */
    private static EngagementReceived post(Random random, int n) {
        var post = ScoringEventFixtures.engagement(
                ScoringEventFixtures.handle("ours"),
                "s" + n,
                FIRST.plusDays(n),
                Direction.OUTBOUND,
                EngagementKind.POST);
        return EngagementReceivedBuilder.builder(post)
                .object(new MessageRef("p" + n, null, null, null, null, null))
                .content(new EngagementContent(
                        "post " + random.nextInt(5),
                        null,
                        List.of("t" + random.nextInt(3)),
                        random.nextBoolean(),
                        null,
                        null))
                .build();
    }

    private static EngagementReceived engagement(Random random, int n) {
        var day = FIRST.plusDays(random.nextInt(DAYS));
        var outbound = random.nextInt(4) == 0;
        var kinds = outbound ? OUTBOUND : INBOUND;
        var kind = kinds[random.nextInt(kinds.length)];
        var handle = ScoringEventFixtures.handle("h" + n % 8);
        var plain = ScoringEventFixtures.engagement(
                handle, "s" + n, day, outbound ? Direction.OUTBOUND : Direction.INBOUND, kind);
        var isWordless = kind == EngagementKind.SHARE && random.nextBoolean() || random.nextInt(6) == 0;
        return EngagementReceivedBuilder.builder(plain)
                .occurredAt(
                        day.atStartOfDay().plusSeconds(random.nextInt(86_000)).toInstant(ZoneOffset.UTC))
                .actor(ActorBuilder.builder()
                        .id(handle.handle())
                        .followers(n % 8 < 4 ? 100L + n % 8 : null)
                        .bot(random.nextInt(15) == 0 ? true : null)
                        .build())
                .object(random.nextInt(4) == 0 ? null : reference(random, n, kind))
                .content(isWordless ? null : content(random))
                .value(ReferenceValueFigures.worth(random, plain))
                .build();
    }

    private static EngagementContent content(Random random) {
        return new EngagementContent(
                TEXTS.get(random.nextInt(TEXTS.size())),
                null,
                null,
                random.nextInt(5) == 0 ? true : null,
                random.nextInt(15) == 0 ? true : null,
                null);
    }

    private static MessageRef reference(Random random, int n, EngagementKind kind) {
        var parent = random.nextInt(3) == 0 ? "p" + random.nextInt(POSTS) : "m" + random.nextInt(ENGAGEMENTS);
        var other = random.nextInt(4) == 0 ? null : parent;
        return new MessageRef(
                random.nextInt(8) == 0 ? null : "m" + (random.nextInt(10) == 0 ? random.nextInt(ENGAGEMENTS) : n),
                kind == EngagementKind.SHARE ? null : other,
                kind == EngagementKind.SHARE ? other : null,
                random.nextInt(3) == 0 ? "c" + random.nextInt(3) : null,
                null,
                random.nextInt(5) == 0 ? ParentSource.ROOT_ONLY : ParentSource.OBSERVED);
    }

    /** Reassignments of each handle and corrections of each text, with ascending versions. */
    private static List<Step> identitiesAndCorrections(Random random, List<EngagementReceived> last) {
        var steps = new ArrayList<Step>();
        for (var n = 0; n < 30; n++) {
            var assigned = ScoringEventFixtures.assigned("h" + random.nextInt(7), "P" + random.nextInt(5), n + 1);
            steps.add(stream -> stream.assign(assigned));
        }
        for (var n = 0; n < 12; n++) {
            var engagement = last.get(random.nextInt(last.size()));
            var corrected = MessageFixtures.corrected(engagement, random.nextInt(5) / 2.0 - 1, n + 1);
            steps.add(stream -> stream.correct(corrected));
        }
        for (var n = 0; n < 4; n++) {
            var described = ScoringEventFixtures.described("P" + random.nextInt(5), random.nextBoolean(), n + 1);
            steps.add(stream -> stream.describe(described));
        }
        return steps;
    }

    private static void assertPeople(ScoringTopologyDriver stream, ScoringTopologyDriver reference) {
        var people = existing(stream.people);
        var expected = existing(reference.people);
        assertThat(people).containsOnlyKeys(expected.keySet());
        people.forEach((key, person) -> assertThat(person)
                .usingRecursiveComparison()
                .ignoringFields("sequence", "reason", "previous")
                .isEqualTo(expected.get(key)));
    }

    private static Map<String, RelationshipScoreChanged> existing(Map<String, RelationshipScoreChanged> states) {
        var existing = new HashMap<>(states);
        existing.values().removeIf(Objects::isNull);
        return existing;
    }

    private static void assertBrand(
            ScoringTopologyDriver stream, ScoringTopologyDriver reference, int records, int ids) {
        assertThat(stream.brand())
                .usingRecursiveComparison()
                .ignoringFields("sequence", "reason", "previous", "accounts")
                .isEqualTo(reference.brand());
        var accounts = stream.brand().accounts();
        var expected = reference.brand().accounts();
        assertThat(outcomes(accounts)).isEqualTo(outcomes(expected));
        assertThat(accounts.received()).isEqualTo(records + 3);
        assertThat(expected.duplicates()).isZero();
        assertThat(accounts.duplicates() + orZero(accounts.revised())).isEqualTo(records - ids);
        assertThat(accounts.ahead()).isEqualTo(expected.ahead());
    }

    /** Outcomes that every id has once; what remains is repeated or revised. */
    private static List<Long> outcomes(AccountBalance accounts) {
        return List.of(
                accounts.scored(),
                accounts.bot(),
                accounts.staff(),
                accounts.paid(),
                accounts.post(),
                accounts.rejected(),
                orZero(accounts.withdrawn()));
    }

    private static long orZero(Long number) {
        return number == null ? 0 : number;
    }

    private static void assertContentAndSpread(ScoringTopologyDriver stream, ScoringTopologyDriver reference) {
        Function<ScoringTopologyDriver, ContentMeasured> content = driver -> {
            var all = driver.told(Topic.CONTENT_CURRENT, ContentMeasured.class);
            return all.get(all.size() - 1);
        };
        assertThat(content.apply(stream))
                .usingRecursiveComparison()
                .ignoringFields("sequence")
                .isEqualTo(content.apply(reference));
        assertThat(stream.spread())
                .usingRecursiveComparison()
                .ignoringFields("sequence", "reason")
                .isEqualTo(reference.spread());
    }

    private static void assertHandles(ScoringTopologyDriver stream, ScoringTopologyDriver reference) {
        Function<ScoringTopologyDriver, Map<String, Object>> handles = driver -> {
            var counts = new HashMap<String, Object>();
            driver.<HandleState>contents("handle-ledger")
                    .forEach((handle, state) -> counts.put(
                            handle,
                            List.of(
                                    state.count(),
                                    state.countsByDay(),
                                    state.holdings().value(),
                                    state.holdings().open())));
            return counts;
        };
        var expected = handles.apply(reference);
        // The number of followers is news of the account; nothing else is left of a handle without engagements.
        assertThat(handles.apply(stream)).containsAllEntriesOf(expected);
        assertThat(stream.<OrderLedger>contents("handle-order"))
                .isEqualTo(reference.<OrderLedger>contents("handle-order"));
        Stream.of("handle-message", "handle-engagement")
                .forEach(store -> assertThat(stream.contents(store).keySet())
                        .as(store)
                        .isEqualTo(reference.contents(store).keySet()));
        assertThat(stream.deadLetters()).isEmpty();
    }
}
