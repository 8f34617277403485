package io.rapport.scoring.domain.service;

import static io.rapport.scoring.domain.service.ConversationRole.PRIVATE_ANSWER;
import static io.rapport.scoring.domain.service.ConversationRole.PUBLIC_ANSWER;
import static io.rapport.scoring.domain.service.ConversationRole.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ConversationHistoryTest {

    private static final int DAY = 20_000;

    @Test
    void theFirstAnswerIsPairedWithTheFirstOpenQuestion() {
        var conversations =
                of(turn(10, QUESTION), turn(20, QUESTION), turn(70, PUBLIC_ANSWER), turn(80, PUBLIC_ANSWER));

        assertThat(conversations.serviceLedger()).isEqualTo(ServiceLedger.answered(DAY, true, 60));
        assertThat(conversations.openConversations()).isEqualTo(OpenConversations.EMPTY);
    }

    @Test
    void aQuestionAfterAnAnswerOpensAnotherConversation() {
        var conversations = of(turn(10, QUESTION), turn(70, PRIVATE_ANSWER), turn(90, QUESTION), turn(95, QUESTION));

        assertThat(conversations.serviceLedger())
                .isEqualTo(ServiceLedger.answered(DAY, false, 60).plus(ServiceLedger.opened(DAY)));
        assertThat(conversations.openConversations().count()).isEqualTo(1);
        assertThat(conversations.openConversations().oldestOpenedAt()).isEqualTo(Instant.ofEpochSecond(90));
    }

    @Test
    void anAnswerClosesOnlyItsOwnConversation() {
        var conversations = of(turn(10, QUESTION), new ConversationTurn(5, 20_000, DAY, PUBLIC_ANSWER));

        assertThat(conversations.openConversations().count()).isEqualTo(1);
    }

    @Property
    void doesNotDependOnOrderOrRepetitionAndChangesAddUp(
            @ForAll("turns") List<ConversationTurn> turns, @ForAll Random random) {
        var shuffled = new ArrayList<>(turns);
        shuffled.addAll(turns.subList(0, turns.size() / 3));
        Collections.shuffle(shuffled, random);
        var service = ServiceLedger.EMPTY;
        var open = OpenConversations.EMPTY;
        var conversations = ConversationHistory.EMPTY;
        for (var turn : shuffled) {
            var change = conversations.plus(turn);
            service = service.plus(change.service());
            open = open.plus(change.open());
            conversations = ConversationHistory.CODEC.decode(ConversationHistory.CODEC.encode(change.after()));
        }

        assertThat(conversations.serviceLedger()).isEqualTo(service).isEqualTo(straightService(turns));
        assertThat(conversations.openConversations()).isEqualTo(open).isEqualTo(straightOpen(turns));
        assertThat(ConversationHistory.CODEC.encode(conversations))
                .isEqualTo(ConversationHistory.CODEC.encode(of(shuffled.toArray(ConversationTurn[]::new))));
    }

    @Property
    void turnsThatAreTakenBackLeaveNothing(
            @ForAll("turns") List<ConversationTurn> turns,
            @ForAll("turns") List<ConversationTurn> takenBack,
            @ForAll Random random) {
        var both = new ArrayList<>(turns);
        both.addAll(takenBack);
        Collections.shuffle(both, random);
        var mark = new DismissalMark(random.nextInt(400) * 1000L, 1);
        var conversations =
                of(both.toArray(ConversationTurn[]::new)).withMark(mark).after();
        var service = conversations.serviceLedger();
        var open = conversations.openConversations();
        for (var turn : takenBack) {
            var change = conversations.minus(turn);
            service = service.plus(change.service());
            open = open.plus(change.open());
            conversations = ConversationHistory.CODEC.decode(ConversationHistory.CODEC.encode(change.after()));
        }
        var expected = of(turns.toArray(ConversationTurn[]::new)).withMark(mark).after();

        assertThat(ConversationHistory.CODEC.encode(conversations))
                .isEqualTo(ConversationHistory.CODEC.encode(expected));
        assertThat(service).isEqualTo(expected.serviceLedger());
        assertThat(open).isEqualTo(expected.openConversations());
    }

    @Test
    void aSettledTurnCannotBeTakenBack() {
        var turns = new ArrayList<ConversationTurn>();
        for (var i = 0; i < 200; i++) {
            turns.add(turn(10 * i, i % 2 == 1 ? PUBLIC_ANSWER : QUESTION));
        }
        var conversations = of(turns.toArray(ConversationTurn[]::new));

        var change = conversations.minus(turns.get(0));

        assertThat(change.service()).isEqualTo(ServiceLedger.EMPTY);
        assertThat(ConversationHistory.CODEC.encode(change.after()))
                .isEqualTo(ConversationHistory.CODEC.encode(conversations));
        assertThat(conversations
                        .minus(turns.get(199))
                        .after()
                        .openConversations()
                        .count())
                .isOne();
    }

    @Test
    void aDismissedQuestionIsNotCountedAndALaterOneOpensTheConversationAgain() {
        var dismissed = of(turn(10, QUESTION), turn(20, QUESTION))
                .withMark(new DismissalMark(20_000, 1))
                .after();
        assertThat(dismissed.serviceLedger()).isEqualTo(ServiceLedger.EMPTY);
        assertThat(dismissed.openConversations()).isEqualTo(OpenConversations.EMPTY);

        var again = dismissed.plus(turn(30, QUESTION)).after();
        assertThat(again.openConversations().oldestOpenedAt()).isEqualTo(Instant.ofEpochSecond(30));
        assertThat(again.plus(turn(90, PUBLIC_ANSWER)).after().serviceLedger())
                .isEqualTo(ServiceLedger.answered(DAY, true, 60));
    }

    @Test
    void anAnswerBeforeTheDismissalCountsAndOneAfterItDoesNot() {
        var mark = new DismissalMark(50_000, 1);
        var before = of(turn(10, QUESTION), turn(40, PUBLIC_ANSWER)).withMark(mark);
        assertThat(before.service()).isEqualTo(ServiceLedger.EMPTY);
        assertThat(before.after().serviceLedger()).isEqualTo(ServiceLedger.answered(DAY, true, 30));

        var after = of(turn(10, QUESTION), turn(60, PUBLIC_ANSWER)).withMark(mark);
        assertThat(after.after().serviceLedger()).isEqualTo(ServiceLedger.EMPTY);
    }

    @Test
    void aDismissalIsUndoneByANewerVersionOnly() {
        var dismissed =
                of(turn(10, QUESTION)).withMark(new DismissalMark(20_000, 2)).after();
        var older = dismissed.withMark(new DismissalMark(DismissalMark.NONE.upTo(), 1));
        assertThat(older.open()).isEqualTo(OpenConversations.EMPTY);

        var undone = dismissed.withMark(new DismissalMark(DismissalMark.NONE.upTo(), 3));
        assertThat(undone.open()).isEqualTo(OpenConversations.of(10_000));
        assertThat(undone.service()).isEqualTo(ServiceLedger.opened(DAY));
    }

    @Property
    void dismissalsDoNotDependOnOrderAndChangesAddUp(
            @ForAll("turns") List<ConversationTurn> turns,
            @ForAll @IntRange(min = 0, max = 400) int upTo,
            @ForAll Random random) {
        var marks = List.of(
                new DismissalMark(random.nextInt(400) * 1000L, 1),
                new DismissalMark(DismissalMark.NONE.upTo(), 2),
                new DismissalMark(upTo * 1000L, 3));
        var steps = new ArrayList<Object>(turns);
        steps.addAll(marks);
        Collections.shuffle(steps, random);
        var service = ServiceLedger.EMPTY;
        var open = OpenConversations.EMPTY;
        var conversations = ConversationHistory.EMPTY;
        for (var step : steps) {
            var change = step instanceof DismissalMark mark
                    ? conversations.withMark(mark)
                    : conversations.plus((ConversationTurn) step);
            service = service.plus(change.service());
            open = open.plus(change.open());
            conversations = ConversationHistory.CODEC.decode(ConversationHistory.CODEC.encode(change.after()));
        }
        var expected = of(turns.toArray(ConversationTurn[]::new))
                .withMark(marks.get(2))
                .after();

        assertThat(conversations.serviceLedger()).isEqualTo(service).isEqualTo(straightService(turns, upTo * 1000L));
        assertThat(conversations.openConversations()).isEqualTo(open).isEqualTo(straightOpen(turns, upTo * 1000L));
        assertThat(ConversationHistory.CODEC.encode(conversations))
                .isEqualTo(ConversationHistory.CODEC.encode(expected));
    }

    @Test
    void manyDismissedQuestionsKeepTheOneThatOpenedTheConversationAgain() {
        var conversations =
                ConversationHistory.EMPTY.withMark(new DismissalMark(5_000, 1)).after();
        for (var i = 1; i < 300; i++) {
            conversations = conversations.plus(turn(i, QUESTION)).after();
        }
        assertThat(conversations.openConversations().oldestOpenedAt()).isEqualTo(Instant.ofEpochSecond(6));
    }

    /** The forms of earlier builds: without repeated turns, and before that without a dismissal mark. */
    @Test
    void earlierFormsAreRead() {
        var bytes = ConversationHistory.CODEC.encode(of(turn(10, QUESTION)));
        var mark = 11;
        var version2 = Arrays.copyOf(bytes, bytes.length - 1);
        version2[0] = 2;
        // The byte for repeated turns stands before the mark.
        System.arraycopy(bytes, bytes.length - mark, version2, version2.length - mark, mark);
        var version1 = Arrays.copyOf(bytes, bytes.length - mark - 1);
        version1[0] = 1;
        for (var earlier : List.of(version2, version1)) {
            var read = ConversationHistory.CODEC.decode(earlier);
            assertThat(read.openConversations().count()).isEqualTo(1);
            assertThat(ConversationHistory.CODEC.encode(read)).isEqualTo(bytes);
        }
    }

    @Test
    void aLongConversationSettlesItsOldestTurnsAndKeepsItsSums() {
        var turns = new ArrayList<ConversationTurn>();
        for (var i = 0; i < 1000; i++) {
            turns.add(turn(10 * i, i % 3 == 2 ? PUBLIC_ANSWER : QUESTION));
        }
        var conversations = of(turns.toArray(ConversationTurn[]::new));

        assertThat(conversations.serviceLedger()).isEqualTo(straightService(turns));
        assertThat(conversations.openConversations()).isEqualTo(straightOpen(turns));
        assertThat(ConversationHistory.CODEC.encode(conversations)).hasSizeLessThan(400);
        assertThat(conversations.plus(turn(5, PUBLIC_ANSWER)).service())
                .as("what comes later from before the settled is left out")
                .isEqualTo(ServiceLedger.EMPTY);
    }

    @Test
    void manyTurnsWithoutAnAnswerStayOneOpenConversation() {
        var turns = new ArrayList<ConversationTurn>();
        for (var i = 0; i < 500; i++) {
            turns.add(turn(10 * i, QUESTION));
        }

        assertThat(of(turns.toArray(ConversationTurn[]::new))
                        .openConversations()
                        .oldestOpenedAt())
                .isEqualTo(Instant.EPOCH);
        turns.add(turn(10_000, PRIVATE_ANSWER));
        assertThat(of(turns.toArray(ConversationTurn[]::new)).serviceLedger())
                .isEqualTo(ServiceLedger.answered(DAY, false, 10_000));
    }

    @Test
    void theLeastRecentAnsweredConversationIsSettledFirst() {
        var conversations = of(new ConversationTurn(1, 1_000, DAY, QUESTION));
        for (var i = 2; i < 100; i++) {
            conversations = conversations
                    .plus(new ConversationTurn(i, i * 10_000L, DAY, QUESTION))
                    .after();
            conversations = conversations
                    .plus(new ConversationTurn(i, i * 10_000L + 500, DAY, PUBLIC_ANSWER))
                    .after();
        }

        assertThat(conversations.remembered())
                .hasSize(ConversationHistory.MAX_CONVERSATIONS)
                .containsKey(1L);
        assertThat(conversations.openConversations().oldestOpenedAt()).isEqualTo(Instant.ofEpochSecond(1));
        assertThat(conversations.serviceLedger().cells().valueAt(DAY, ServiceLedger.OPENED))
                .isEqualTo(99);
        assertThat(conversations.serviceLedger().cells().valueAt(DAY, ServiceLedger.ANSWERED))
                .isEqualTo(98);
    }

    @Test
    void ifAllAreOpenTheOldestIsSettled() {
        var conversations = ConversationHistory.EMPTY;
        var open = OpenConversations.EMPTY;
        for (var i = 0; i < 100; i++) {
            var change = conversations.plus(new ConversationTurn(i, i * 1_000L, DAY, QUESTION));
            open = open.plus(change.open());
            conversations = change.after();
        }

        assertThat(open).isEqualTo(conversations.openConversations());
        assertThat(open.count()).isEqualTo(ConversationHistory.MAX_CONVERSATIONS);
        assertThat(conversations.serviceLedger().cells().valueAt(DAY, ServiceLedger.OPENED))
                .isEqualTo(100);
    }

    @Test
    void rejectsTruncatedBytes() {
        var bytes = ConversationHistory.CODEC.encode(of(turn(10, QUESTION), turn(70, PRIVATE_ANSWER)));
        for (var length = 0; length < bytes.length; length++) {
            var cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> ConversationHistory.CODEC.decode(cut))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static ServiceLedger straightService(List<ConversationTurn> turns) {
        return straightService(turns, Long.MIN_VALUE);
    }

    private static ServiceLedger straightService(List<ConversationTurn> turns, long dismissedUpTo) {
        var sum = ServiceLedger.EMPTY;
        for (var conversation : sorted(turns)) {
            ConversationTurn question = null;
            for (var turn : conversation) {
                question = isDismissed(question, turn.at(), dismissedUpTo) ? null : question;
                if (turn.role() == QUESTION) {
                    question = question == null ? turn : question;
                } else if (question != null) {
                    var seconds = (turn.at() - question.at()) / 1000;
                    sum = sum.plus(ServiceLedger.answered(question.day(), turn.role() == PUBLIC_ANSWER, seconds));
                    question = null;
                }
            }
            question = isDismissed(question, Long.MAX_VALUE, dismissedUpTo) ? null : question;
            sum = question == null ? sum : sum.plus(ServiceLedger.opened(question.day()));
        }
        return sum;
    }

    private static OpenConversations straightOpen(List<ConversationTurn> turns, long dismissedUpTo) {
        var sum = OpenConversations.EMPTY;
        for (var conversation : sorted(turns)) {
            ConversationTurn question = null;
            for (var turn : conversation) {
                question = isDismissed(question, turn.at(), dismissedUpTo) ? null : question;
                question = turn.role() != QUESTION ? null : question == null ? turn : question;
            }
            question = isDismissed(question, Long.MAX_VALUE, dismissedUpTo) ? null : question;
            sum = question == null ? sum : sum.plus(OpenConversations.of(question.at()));
        }
        return sum;
    }

    private static boolean isDismissed(ConversationTurn question, long now, long dismissedUpTo) {
        return question != null && question.at() <= dismissedUpTo && now > dismissedUpTo;
    }

    private static OpenConversations straightOpen(List<ConversationTurn> turns) {
        return straightOpen(turns, Long.MIN_VALUE);
    }

    private static Collection<List<ConversationTurn>> sorted(List<ConversationTurn> turns) {
        var conversations = new TreeMap<Long, List<ConversationTurn>>();
        turns.forEach(turn -> conversations
                .computeIfAbsent(turn.conversation(), name -> new ArrayList<>())
                .add(turn));
        conversations
                .values()
                .forEach(list -> list.sort(Comparator.comparingLong(ConversationTurn::at)
                        .thenComparing(turn -> turn.role().ordinal())
                        .thenComparingInt(ConversationTurn::day)));
        return conversations.values();
    }

    private static ConversationHistory of(ConversationTurn... turns) {
        var conversations = ConversationHistory.EMPTY;
        for (var turn : turns) {
            conversations = conversations.plus(turn).after();
        }
        return conversations;
    }

    private static ConversationTurn turn(long second, ConversationRole role) {
        return new ConversationTurn(0, 1000 * second, DAY, role);
    }

    @Provide
    Arbitrary<List<ConversationTurn>> turns() {
        return Combinators.combine(
                        Arbitraries.longs().between(-2, 2),
                        Arbitraries.longs().between(0, 400_000),
                        Arbitraries.integers().between(DAY - 1, DAY + 1),
                        Arbitraries.of(ConversationRole.class))
                .as(ConversationTurn::new)
                .list()
                .ofMaxSize(50);
    }
}
