package io.rapport.report.store;

import static io.rapport.report.ReportTestEvents.ACME;
import static io.rapport.report.ReportTestEvents.DAY;
import static io.rapport.report.ReportTestEvents.content;
import static io.rapport.report.ReportTestEvents.corrected;
import static io.rapport.report.ReportTestEvents.engagement;
import static io.rapport.report.ReportTestEvents.judged;
import static io.rapport.report.ReportTestEvents.person;
import static io.rapport.report.ReportTestEvents.post;
import static io.rapport.report.ReportTestEvents.relationship;
import static io.rapport.report.ReportTestEvents.spread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.conversation.ConversationDismissed;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.contracts.score.RelationshipScoreChangedBuilder;
import io.rapport.contracts.tie.RelationshipTieChanged;
import io.rapport.contracts.tie.RelationshipTieChangedBuilder;
import io.rapport.contracts.tie.TieDay;
import io.rapport.contracts.tie.TieDayBuilder;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.DayInterval;
import io.rapport.report.domain.engagement.TextSentiment;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.domain.people.PeopleReport;
import io.rapport.report.domain.people.RelationshipRepository.OwedQuery;
import io.rapport.report.domain.tie.PersonTie;
import io.rapport.report.domain.tie.TieReport;
import io.rapport.report.domain.tie.TieRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of every engine: spread, service, content and sentiment. */
abstract class BrandFiguresContract {

    private static final AsOfDay NOW = new AsOfDay(DAY, "1", true);
    private static final BrandKey OTHER = new BrandKey("north", "acme2");
    private static final Instant AT = Instant.parse("2025-05-04T10:00:00Z");
    private static final EngagementReceived SAID =
            engagement(new HandleKey(ACME, "x", "anna"), "said", AT, EngagementKind.COMMENT);

    MongoReportStore store;

    /** A database that the test may drop. */
    abstract MongoDatabase database();

    @BeforeEach
    void begin() {
        database().drop();
        store = new MongoReportStore(database());
        store.createIndexes();
    }

    @Test
    void rejectionsOfIntakeAreCountedOnceUntilTheyAreReplayed() {
        var rejections = store.intakeRejections();
        var first = new UUID(0, 1);
        rejections.save(ACME, List.of(first, new UUID(0, 2)));
        rejections.save(ACME, List.of(first));
        rejections.save(OTHER, List.of(first));
        assertThat(rejections.count(ACME)).isEqualTo(2);

        rejections.delete(ACME, List.of(first));
        rejections.delete(ACME, List.of(first));
        rejections.delete(ACME, List.of());

        assertThat(rejections.count(ACME)).isOne();
        assertThat(rejections.count(OTHER)).isOne();
    }

    @Test
    void owedRepliesAreOrderedByWaitingTimeAcrossPages() {
        var states = new ArrayList<RelationshipScoreChanged>();
        IntStream.range(0, 17)
                .forEach(i -> states.add(relationship("w" + i)
                        .waiting(AT.plusSeconds(i / 3))
                        .strong(i)
                        .state()));
        IntStream.range(0, 5)
                .forEach(i -> states.add(relationship("content" + i).state()));
        Collections.shuffle(states, new Random(7));
        store.relationships().saveCurrent(states);
        store.relationships()
                .saveCurrent(List.of(relationship("w1").of(OTHER).waiting(AT).state()));

        var seen = new ArrayList<RelationshipScoreChanged>();
        OwedQuery.OwedPosition after = null;
        for (var page = owed(NOW, after); !page.isEmpty(); page = owed(NOW, after)) {
            seen.addAll(page);
            var last = page.get(page.size() - 1);
            after = new OwedQuery.OwedPosition(last.owedSince(), last.person());
        }
        assertThat(seen).hasSize(17).doesNotHaveDuplicates();
        assertThat(seen.stream().map(RelationshipScoreChanged::owedSince)).isSorted();
    }

    @Test
    void answeredPersonIsOwedOnEarlierDaysOnly() {
        var asked = relationship("anna").on(DAY.minusDays(5)).waiting(AT).state();
        var answered = relationship("anna").number(2).after(DAY.minusDays(5)).state();
        store.relationships().saveCurrent(List.of(asked));
        assertThat(owed(NOW, null)).hasSize(1);
        store.relationships().saveCurrent(List.of(answered));
        store.relationships().saveHistory(List.of(answered, asked));
        assertThat(owed(NOW, null)).isEmpty();
        assertThat(owed(new AsOfDay(DAY.minusDays(2), "1", false), null))
                .extracting(RelationshipScoreChanged::person)
                .containsExactly(person("anna"));
        assertThat(owed(new AsOfDay(DAY.minusDays(9), "1", false), null)).isEmpty();
    }

    @Test
    void highestSequenceOfSpreadIsKeptByDay() {
        var early = spread(ACME, DAY.minusDays(3), 4, "look");
        store.spreadDays().saveNewer(List.of(early, spread(ACME, DAY, 9, null), spread(ACME, DAY, 8, "old")));
        store.spreadDays().saveNewer(List.of(spread(ACME, DAY.minusDays(3), 3, "older")));
        assertThat(store.spreadDays().findLatest(ACME)).contains(spread(ACME, DAY, 9, null));
        assertThat(store.spreadDays().findAsOf(ACME, DAY.minusDays(1))).contains(early);
        assertThat(store.spreadDays().findAsOf(ACME, DAY.minusDays(4))).isEmpty();
        assertThat(store.spreadDays().findLatest(OTHER)).isEmpty();
        store.spreadDays().saveNewer(List.of(spread(ACME, DAY.minusDays(1), 10, "set back")));
        assertThat(store.spreadDays().findLatest(ACME)).contains(spread(ACME, DAY.minusDays(1), 10, "set back"));
    }

    @Test
    void contentIsKeptByChannelAndDay() {
        var then = content(ACME, "x", DAY.minusDays(2), post("a", 1.0, false));
        var now = content(ACME, "x", DAY, post("b", 2.0, true), post("a", 1.5, false));
        var other = content(ACME, "mastodon", DAY, post("c", null, false));
        store.contents().saveNewer(List.of(now, then, other));
        store.contents().saveNewer(List.of(content(OTHER, "email", DAY)));
        assertThat(store.contents().findChannels(ACME)).containsExactly("mastodon", "x");
        assertThat(store.contents().findChannels(OTHER)).containsExactly("email");
        assertThat(store.contents().findAsOf(ACME, "x", null)).contains(now);
        assertThat(store.contents().findAsOf(ACME, "x", DAY.minusDays(1))).contains(then);
        assertThat(store.contents().findAsOf(ACME, "mastodon", DAY.minusDays(1)))
                .isEmpty();
        assertThat(store.contents().findAsOf(OTHER, "x", null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void latestJudgementIsKeptInAnyOrder(long seed) {
        var all = new ArrayList<>(List.of(
                judged(SAID, 0.5, AT),
                judged(SAID, -0.5, AT.plusSeconds(1)),
                judged(SAID, 0.9, AT.plusSeconds(2)),
                judged(SAID, 0.9, AT.plusSeconds(2))));
        Collections.shuffle(all, new Random(seed));
        all.forEach(each -> store.judgements().saveNewer(List.of(each)));
        assertThat(store.judgements().findAll(ACME, List.of(SAID.id(), UUID.randomUUID())))
                .containsOnlyKeys(SAID.id())
                .containsValue(TextSentiment.judged(
                        0.9,
                        0.8,
                        new TextSentiment.AnalyserDecision(
                                List.of("lexicon:lovely", "negation"), "lexicon-2", AT.plusSeconds(2))));
        assertThat(store.judgements().findAll(OTHER, List.of(SAID.id()))).isEmpty();
        assertThat(store.judgements().findAll(ACME, List.of())).isEmpty();
    }

    @Test
    void engagementIsFoundInItsBrandOnly() {
        store.engagements().save(List.of(SAID));
        assertThat(store.engagements()
                        .find(ACME, SAID.id())
                        .orElseThrow()
                        .details()
                        .text())
                .isEqualTo("Text of said");
        assertThat(store.engagements().find(OTHER, SAID.id())).isEmpty();
    }

    @Test
    void correctionRequiresTheVersionBefore() {
        var corrections = store.corrections();
        assertThat(corrections.saveNextVersion(ACME, corrected(SAID, 1, 2))).isFalse();
        assertThat(corrections.saveNextVersion(ACME, corrected(SAID, 1, 1))).isTrue();
        assertThat(corrections.saveNextVersion(ACME, corrected(SAID, 0, 1))).isFalse();
        assertThat(corrections.saveNextVersion(ACME, corrected(SAID, -1, 2))).isTrue();
        assertThat(corrections.findAll(ACME, List.of(SAID.id()))).containsEntry(SAID.id(), corrected(SAID, -1, 2));
        assertThat(corrections.findAll(OTHER, List.of(SAID.id()))).isEmpty();
        assertThat(corrections.findAll(ACME, List.of())).isEmpty();
    }

    @Test
    void dismissalRequiresTheVersionBeforeAndStaysPendingUntilItIsMarked() {
        var handle = new HandleKey(ACME, "x", "anna");
        var dismissals = store.dismissals();
        assertThat(dismissals.saveNextVersion(dismissed(handle, 2))).isFalse();
        assertThat(dismissals.saveNextVersion(dismissed(handle, 1))).isTrue();
        assertThat(dismissals.saveNextVersion(dismissed(handle, 1))).isFalse();
        assertThat(store.dismissalOutbox().findPending()).containsExactly(dismissed(handle, 1));
        store.dismissalOutbox().markPublished(dismissed(handle, 1));
        dismissals.saveNewer(List.of(dismissed(handle, 3), dismissed(handle, 2)));
        assertThat(store.dismissalOutbox().findPending()).isEmpty();
        assertThat(dismissals.findAll(List.of(handle, new HandleKey(OTHER, "x", "anna"))))
                .containsOnly(Map.entry(handle, dismissed(handle, 3)));
        assertThat(dismissals.delete(List.of(handle))).isEqualTo(1);
        assertThat(dismissals.findAll(List.of(handle))).isEmpty();
    }

    private static ConversationDismissed dismissed(HandleKey handle, long version) {
        var at = Instant.parse("2025-05-04T10:00:00Z").plusSeconds(version);
        return new ConversationDismissed(
                handle.brand().agency(),
                handle.brand().brand(),
                handle.channel(),
                handle.handle(),
                at,
                null,
                "ops",
                "",
                version,
                at);
    }

    @Test
    void oneOfManyConcurrentCorrectionsIsSaved() throws Exception {
        var threads = Executors.newFixedThreadPool(16);
        try {
            var attempts = IntStream.range(0, 16)
                    .<Callable<Boolean>>mapToObj(i ->
                            () -> store.corrections().saveNextVersion(ACME, corrected(SAID, i / 16.0, 1)))
                    .toList();
            var held = 0;
            for (var attempt : threads.invokeAll(attempts)) {
                held += attempt.get() ? 1 : 0;
            }
            assertThat(held).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void correctionStaysPendingUntilItIsMarkedEvenIfReadBackBefore() {
        store.corrections().saveNextVersion(ACME, corrected(SAID, 1, 1));
        store.corrections().saveNewer(List.of(corrected(SAID, 1, 1)));
        assertThat(store.outbox().findPending()).containsExactly(corrected(SAID, 1, 1));

        store.corrections().saveNextVersion(ACME, corrected(SAID, -1, 2));
        store.outbox().markPublished(corrected(SAID, 1, 1));
        assertThat(store.outbox().findPending()).containsExactly(corrected(SAID, -1, 2));
        store.outbox().markPublished(corrected(SAID, -1, 2));
        assertThat(store.outbox().findPending()).isEmpty();
    }

    @Test
    void emptyStoreContinuesAfterThePublishedVersion() {
        store.corrections().saveNewer(List.of(corrected(SAID, -1, 2), corrected(SAID, 1, 1)));
        store.corrections().saveNewer(List.of(corrected(SAID, 1, 1)));
        assertThat(store.corrections().findAll(ACME, List.of(SAID.id())))
                .containsEntry(SAID.id(), corrected(SAID, -1, 2));
        assertThat(store.outbox().findPending()).isEmpty();
        assertThat(store.corrections().saveNextVersion(ACME, corrected(SAID, 0, 3)))
                .isTrue();
    }

    @Test
    void tiesAreListedByWeightFromBothSidesAndPaged() {
        var ties = store.ties();
        var anna = person("anna");
        var old = tie("anna", "ben", DAY.minusDays(60), 4.0, 3);
        var strong = tie("anna", "cat", DAY, 3.0, 3);
        var weak = tie("anna", "dan", DAY, 1.0, 3);
        ties.saveNewer(List.of(old, strong, weak, tie("ben", "cat", DAY, 9.0, 3)));
        ties.saveNewer(List.of(RelationshipTieChangedBuilder.builder(tie("anna", "eve", DAY, 9.0, 3))
                .agency(OTHER.agency())
                .brand(OTHER.brand())
                .build()));
        ties.saveNewer(List.of(tie("anna", "dan", DAY, 8.0, 2)));

        var found = ties.findStrongest(ACME, NOW, anna, null, 10);
        assertThat(found).extracting(PersonTie::other).containsExactly(person("cat"), person("ben"), person("dan"));
        assertThat(found).allSatisfy(tie -> assertThat(tie.person()).isEqualTo(anna));
        assertThat(found.get(1).weightOn(DAY)).isEqualTo(2.0);
        var after =
                new TieRepository.TiePosition(found.get(0).rank(), found.get(0).other());
        assertThat(ties.findStrongest(ACME, NOW, anna, after, 1)).containsExactly(found.get(1));
        assertThat(ties.findStrongest(ACME, NOW, person("cat"), null, 10))
                .extracting(PersonTie::other)
                .containsExactly(person("ben"), anna);
        assertThat(ties.findStrongest(ACME, NOW, List.of(anna, person("ben")), 3))
                .extracting(PersonTie::weight)
                .containsExactly(9.0, 3.0, 4.0);
    }

    @Test
    void referralsHaveADirectionAndTiesAreDeletedFromBothSides() {
        var ties = store.ties();
        ties.saveNewer(List.of(
                referral("anna", "ben", DAY.minusDays(3)),
                referral("cat", "anna", DAY),
                tie("ben", "cat", DAY, 9.0, 3)));

        assertThat(ties.findReferrals(ACME, DAY.minusDays(9), DAY, 10))
                .extracting(tie -> List.of(tie.person(), tie.other()))
                .containsExactly(List.of(person("cat"), person("anna")), List.of(person("anna"), person("ben")));
        assertThat(ties.findReferrals(OTHER, DAY.minusDays(9), DAY, 10)).isEmpty();

        ties.delete(ACME, List.of(new TieRepository.TiePair(person("anna"), person("ben"))));
        assertThat(ties.findReferrals(ACME, DAY.minusDays(9), DAY, 10)).hasSize(1);
        assertThat(ties.delete(ACME, person("cat"))).isEqualTo(2);
        assertThat(ties.findStrongest(ACME, NOW, List.of(person("anna"), person("ben"), person("cat")), 10))
                .isEmpty();
    }

    @Test
    void tiesOfAnEarlierDayHaveTheContactsUpToIt() {
        var ties = store.ties();
        var anna = person("anna");
        var long1 = contact(DAY.minusDays(120)).messages(4L).build();
        var isFirst = anna.toString().compareTo(person("ben").toString()) < 0;
        var referral = contact(DAY.minusDays(60))
                .referrals(isFirst ? 1L : null)
                .referredBy(isFirst ? null : 1L)
                .build();
        var mention = contact(DAY).mentions(2L).build();
        ties.saveNewer(List.of(
                ofDays("anna", "ben", List.of(long1, referral, mention)),
                ofDays(
                        "anna",
                        "cat",
                        List.of(contact(DAY.minusDays(70)).events(2L).build())),
                ofDays(
                        "anna",
                        "dan",
                        List.of(contact(DAY.minusDays(1)).messages(9L).build())),
                // As an earlier release published it.
                tie("anna", "eve", DAY, 9.0, 3)));

        var day = earlier(DAY.minusDays(2));
        var found = ties.findStrongest(ACME, day, anna, null, 10);
        assertThat(found).extracting(PersonTie::other).containsExactly(person("ben"), person("cat"));
        var tie = found.get(0);
        assertThat(tie.lastDay()).isEqualTo(DAY.minusDays(60));
        assertThat(tie.weight()).isCloseTo(1 + 2, within(1e-9));
        assertThat(List.of(tie.messages(), tie.mentions(), tie.referrals(), tie.referredBy()))
                .containsExactly(4L, 0L, 1L, 0L);
        assertThat(ties.findStrongest(ACME, earlier(DAY.minusDays(61)), anna, null, 10))
                .extracting(PersonTie::weight)
                .containsExactly(4.0, 2.0);
        var after = new TieRepository.TiePosition(tie.rank(), tie.other());
        assertThat(ties.findStrongest(ACME, day, anna, after, 1)).containsExactly(found.get(1));
        assertThat(ties.findStrongest(ACME, day, List.of(anna, person("cat")), 3))
                .extracting(PersonTie::weight)
                .containsExactly(3.0, 2.0, 2.0);
        assertThat(ties.findStrongest(ACME, earlier(DAY.minusDays(121)), anna, null, 10))
                .isEmpty();
        assertThat(ties.findStrongest(ACME, NOW, anna, null, 10))
                .hasSize(4)
                .allSatisfy(each -> assertThat(each.days()).isEmpty());

        assertThat(ties.findReferrals(ACME, DAY.minusDays(61), DAY.minusDays(59), 10))
                .singleElement()
                .satisfies(each -> assertThat(List.of(each.person(), each.other(), each.messages()))
                        .containsExactly(anna, person("ben"), 4L));
        assertThat(ties.findReferrals(ACME, DAY.minusDays(59), DAY, 10)).isEmpty();
    }

    @Test
    void introductionsAndReferralsOfAPastDayAreWhatTheyWere() {
        var first = DAY.minusDays(60);
        var past = DAY.minusDays(40);
        var people = List.of(
                client(relationship("cora").on(first).strong(10).state()),
                relationship("ada").on(first).strong(70).state(),
                relationship("bob").on(first).strong(70).state());
        store.relationships().saveHistory(people);
        store.relationships().saveCurrent(people);
        store.relationships()
                .saveCurrent(
                        List.of(client(relationship("cora").number(2).strong(40).state())));
        var isFirst = person("ada").toString().compareTo(person("bob").toString()) < 0;
        store.ties()
                .saveNewer(List.of(
                        ofDays(
                                "cora",
                                "ada",
                                List.of(
                                        contact(DAY.minusDays(50)).mentions(1L).build(),
                                        contact(DAY).messages(5L).build())),
                        ofDays(
                                "cora",
                                "bob",
                                List.of(contact(DAY.minusDays(1)).messages(9L).build())),
                        ofDays(
                                "ada",
                                "bob",
                                List.of(contact(DAY.minusDays(45))
                                        .referrals(isFirst ? 1L : null)
                                        .referredBy(isFirst ? null : 1L)
                                        .build()))));
        var report = new TieReport(
                store.ties(),
                new PeopleReport(store.relationships(), new PersonDirectory(store.identities()), store.places()));

        assertThat(report.introductions(ACME, earlier(past), 5)).singleElement().satisfies(named -> {
            assertThat(named.person().state().person()).isEqualTo(person("cora"));
            assertThat(named.other().state().person()).isEqualTo(person("ada"));
            assertThat(named.tie().mentions()).isEqualTo(1);
            assertThat(named.tie().messages()).isZero();
        });
        assertThat(report.introductions(ACME, NOW, 5))
                .as("the client is known by now")
                .isEmpty();
        assertThat(report.referrals(ACME, earlier(past), days(first, past), 5))
                .singleElement()
                .satisfies(named -> assertThat(named.person().state().person()).isEqualTo(person("ada")));
        assertThat(report.referrals(ACME, NOW, days(past, DAY), 5)).isEmpty();
    }

    private static RelationshipScoreChanged client(RelationshipScoreChanged state) {
        return RelationshipScoreChangedBuilder.builder(state).client(true).build();
    }

    private static DayInterval days(LocalDate from, LocalDate to) {
        return new DayInterval(from, to, ZoneOffset.UTC);
    }

    private static TieDayBuilder contact(LocalDate day) {
        return TieDayBuilder.builder().day(day);
    }

    private static RelationshipTieChanged ofDays(String one, String other, List<TieDay> days) {
        var last = days.get(days.size() - 1).day();
        return RelationshipTieChangedBuilder.builder(tie(one, other, last, TieDay.weight(days, last), 3))
                .firstDay(days.get(0).day())
                .messages(sum(days, TieDay::messages))
                .mentions(sum(days, TieDay::mentions))
                .events(sum(days, TieDay::events))
                .referrals(sum(days, TieDay::referrals))
                .referredBy(sum(days, TieDay::referredBy))
                .days(days)
                .build();
    }

    private static long sum(List<TieDay> days, Function<TieDay, @Nullable Long> count) {
        return days.stream()
                .map(count)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }

    private static RelationshipTieChanged referral(String one, String other, LocalDate day) {
        var isFirst = person(one).toString().compareTo(person(other).toString()) < 0;
        return RelationshipTieChangedBuilder.builder(tie(one, other, day, 1.0, 1))
                .messages(0)
                .referrals(isFirst ? 1 : 0)
                .referredBy(isFirst ? 0 : 1)
                .build();
    }

    private static RelationshipTieChanged tie(String one, String other, LocalDate day, double weight, long sequence) {
        var isFirst = person(one).toString().compareTo(person(other).toString()) < 0;
        return RelationshipTieChangedBuilder.builder()
                .agency(ACME.agency())
                .brand(ACME.brand())
                .person(person(isFirst ? one : other))
                .other(person(isFirst ? other : one))
                .firstDay(day)
                .lastDay(day)
                .weight(weight)
                .messages(1)
                .sequence(sequence)
                .build();
    }

    private static AsOfDay earlier(LocalDate day) {
        return new AsOfDay(day, "1", false);
    }

    private List<RelationshipScoreChanged> owed(AsOfDay asOf, OwedQuery.OwedPosition after) {
        return store.relationships().findOwed(ACME, asOf, new OwedQuery(after, 4));
    }
}
