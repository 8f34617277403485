package io.rapport.scoring.domain.service;

import static io.rapport.scoring.domain.service.Answering.ANSWERS_IN_PRIVATE;
import static io.rapport.scoring.domain.service.Answering.ANSWERS_IN_PUBLIC;
import static io.rapport.scoring.domain.service.Answering.ASKS;
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
import org.junit.jupiter.api.Test;

class ConversationsTest {

    private static final int DAY = 20_000;

    @Test
    void theFirstReplyIsPairedWithTheFirstUnanswered() {
        var conversations =
                of(turn(10, ASKS), turn(20, ASKS), turn(70, ANSWERS_IN_PUBLIC), turn(80, ANSWERS_IN_PUBLIC));

        assertThat(conversations.service()).isEqualTo(ServiceLedger.answered(DAY, true, 60));
        assertThat(conversations.open()).isEqualTo(OpenConversations.EMPTY);
    }

    @Test
    void whoAsksAgainOpensAnotherAndIsOwedAReply() {
        var conversations = of(turn(10, ASKS), turn(70, ANSWERS_IN_PRIVATE), turn(90, ASKS), turn(95, ASKS));

        assertThat(conversations.service())
                .isEqualTo(ServiceLedger.answered(DAY, false, 60).plus(ServiceLedger.opened(DAY)));
        assertThat(conversations.open().count()).isEqualTo(1);
        assertThat(conversations.open().since()).isEqualTo(Instant.ofEpochSecond(90));
    }

    @Test
    void anAnswerInOneConversationIsNoneInAnother() {
        var conversations = of(turn(10, ASKS), new Turn(5, 20_000, DAY, ANSWERS_IN_PUBLIC));

        assertThat(conversations.open().count()).isEqualTo(1);
    }

    @Property
    void noOrderOrRepetitionMattersAndChangesAddUp(@ForAll("turns") List<Turn> turns, @ForAll Random random) {
        var shuffled = new ArrayList<>(turns);
        shuffled.addAll(turns.subList(0, turns.size() / 3));
        Collections.shuffle(shuffled, random);
        var service = ServiceLedger.EMPTY;
        var open = OpenConversations.EMPTY;
        var conversations = Conversations.NONE;
        for (var turn : shuffled) {
            var change = conversations.plus(turn);
            service = service.plus(change.service());
            open = open.plus(change.open());
            conversations = ConversationsCodec.decode(ConversationsCodec.encode(change.after()));
        }

        assertThat(conversations.service()).isEqualTo(service).isEqualTo(straightService(turns));
        assertThat(conversations.open()).isEqualTo(open).isEqualTo(straightOpen(turns));
        assertThat(ConversationsCodec.encode(conversations))
                .isEqualTo(ConversationsCodec.encode(of(turns.toArray(Turn[]::new))));
    }

    @Test
    void aLongConversationIsSettledFromItsBeginningAndKeepsItsFigures() {
        var turns = new ArrayList<Turn>();
        for (var i = 0; i < 1000; i++) {
            turns.add(turn(10 * i, i % 3 == 2 ? ANSWERS_IN_PUBLIC : ASKS));
        }
        var conversations = of(turns.toArray(Turn[]::new));

        assertThat(conversations.service()).isEqualTo(straightService(turns));
        assertThat(conversations.open()).isEqualTo(straightOpen(turns));
        assertThat(ConversationsCodec.encode(conversations)).hasSizeLessThan(400);
        assertThat(conversations.plus(turn(5, ANSWERS_IN_PUBLIC)).service())
                .as("what comes later from before the settled is left out")
                .isEqualTo(ServiceLedger.EMPTY);
    }

    @Test
    void manyTurnsWithoutAnAnswerStayOneOpenConversation() {
        var turns = new ArrayList<Turn>();
        for (var i = 0; i < 500; i++) {
            turns.add(turn(10 * i, ASKS));
        }

        assertThat(of(turns.toArray(Turn[]::new)).open().since()).isEqualTo(Instant.EPOCH);
        turns.add(turn(10_000, ANSWERS_IN_PRIVATE));
        assertThat(of(turns.toArray(Turn[]::new)).service()).isEqualTo(ServiceLedger.answered(DAY, false, 10_000));
    }

    @Test
    void ofManyConversationsTheQuietestAnsweredIsSettledFirst() {
        var conversations = of(new Turn(1, 1_000, DAY, ASKS));
        for (var i = 2; i < 100; i++) {
            conversations =
                    conversations.plus(new Turn(i, i * 10_000L, DAY, ASKS)).after();
            conversations = conversations
                    .plus(new Turn(i, i * 10_000L + 500, DAY, ANSWERS_IN_PUBLIC))
                    .after();
        }

        assertThat(conversations.remembered()).hasSize(Conversations.MOST).containsKey(1L);
        assertThat(conversations.open().since()).isEqualTo(Instant.ofEpochSecond(1));
        assertThat(conversations.service().cells().at(DAY, ServiceLedger.OPENED))
                .isEqualTo(99);
        assertThat(conversations.service().cells().at(DAY, ServiceLedger.ANSWERED))
                .isEqualTo(98);
    }

    @Test
    void whenAllOfManyWaitTheOldestIsGivenUp() {
        var conversations = Conversations.NONE;
        var owed = OpenConversations.EMPTY;
        for (var i = 0; i < 100; i++) {
            var change = conversations.plus(new Turn(i, i * 1_000L, DAY, ASKS));
            owed = owed.plus(change.open());
            conversations = change.after();
        }

        assertThat(owed).isEqualTo(conversations.open());
        assertThat(owed.count()).isEqualTo(Conversations.MOST);
        assertThat(conversations.service().cells().at(DAY, ServiceLedger.OPENED))
                .isEqualTo(100);
    }

    @Test
    void refusesWhatIsCutOff() {
        var bytes = ConversationsCodec.encode(of(turn(10, ASKS), turn(70, ANSWERS_IN_PRIVATE)));
        for (var length = 0; length < bytes.length; length++) {
            var cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> ConversationsCodec.decode(cut)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static ServiceLedger straightService(List<Turn> turns) {
        var sum = ServiceLedger.EMPTY;
        for (var conversation : sorted(turns)) {
            Turn question = null;
            for (var turn : conversation) {
                if (turn.role() == ASKS) {
                    question = question == null ? turn : question;
                } else if (question != null) {
                    var seconds = (turn.at() - question.at()) / 1000;
                    sum = sum.plus(ServiceLedger.answered(question.day(), turn.role() == ANSWERS_IN_PUBLIC, seconds));
                    question = null;
                }
            }
            sum = question == null ? sum : sum.plus(ServiceLedger.opened(question.day()));
        }
        return sum;
    }

    private static OpenConversations straightOpen(List<Turn> turns) {
        var sum = OpenConversations.EMPTY;
        for (var conversation : sorted(turns)) {
            Turn question = null;
            for (var turn : conversation) {
                question = turn.role() != ASKS ? null : question == null ? turn : question;
            }
            sum = question == null ? sum : sum.plus(OpenConversations.of(question.at()));
        }
        return sum;
    }

    private static Collection<List<Turn>> sorted(List<Turn> turns) {
        var conversations = new TreeMap<Long, List<Turn>>();
        turns.forEach(turn -> conversations
                .computeIfAbsent(turn.conversation(), name -> new ArrayList<>())
                .add(turn));
        conversations
                .values()
                .forEach(list -> list.sort(Comparator.comparingLong(Turn::at)
                        .thenComparing(turn -> turn.role().ordinal())
                        .thenComparingInt(Turn::day)));
        return conversations.values();
    }

    private static Conversations of(Turn... turns) {
        var conversations = Conversations.NONE;
        for (var turn : turns) {
            conversations = conversations.plus(turn).after();
        }
        return conversations;
    }

    private static Turn turn(long second, Answering role) {
        return new Turn(0, 1000 * second, DAY, role);
    }

    @Provide
    Arbitrary<List<Turn>> turns() {
        return Combinators.combine(
                        Arbitraries.longs().between(-2, 2),
                        Arbitraries.longs().between(0, 400_000),
                        Arbitraries.integers().between(DAY - 1, DAY + 1),
                        Arbitraries.of(Answering.class))
                .as(Turn::new)
                .list()
                .ofMaxSize(50);
    }
}
