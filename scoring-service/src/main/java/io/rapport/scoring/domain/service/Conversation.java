package io.rapport.scoring.domain.service;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The turns of one conversation, ordered by time and independent of the order of arrival. Several engagements may have an equal
 * turn: it remains until all of them are taken back. A question opens it; the next
 * answer closes it and is paired with the first unanswered question. A dismissal mark closes it like an answer, but the
 * questions that it covers are not counted. Immutable.
 */
final class Conversation {

    /**
     * Maximum number of turns kept. Older turns are settled (added to the final sums), and late turns from before them are
     * ignored. A settled turn cannot be taken back.
     */
    static final int MAX_TURNS = 64;

    static final Conversation NEW =
            new Conversation(List.of(), Collections.emptySortedMap(), Long.MIN_VALUE, ServiceLedger.EMPTY);

    private final List<ConversationTurn> turns;
    private final SortedMap<ConversationTurn, Integer> repeats;
    private final long settledUpTo;
    private final ServiceLedger settled;

    private Conversation(
            List<ConversationTurn> turns,
            SortedMap<ConversationTurn, Integer> repeats,
            long settledUpTo,
            ServiceLedger settled) {
        this.turns = turns;
        this.repeats = repeats;
        this.settledUpTo = settledUpTo;
        this.settled = settled;
    }

    /** @param repeats the number of further engagements with an equal turn; never 0 */
    static Conversation of(
            List<ConversationTurn> turns,
            SortedMap<ConversationTurn, Integer> repeats,
            long settledUpTo,
            ServiceLedger settled) {
        return new Conversation(turns, repeats, settledUpTo, settled);
    }

    Conversation plus(ConversationTurn turn, DismissalMark mark) {
        if (turn.at() <= settledUpTo) {
            return this;
        }
        var at = Collections.binarySearch(turns, turn);
        if (at >= 0) {
            return withRepeats(turn, 1);
        }
        var more = new ArrayList<>(turns);
        more.add(-at - 1, turn);
        var longer = new Conversation(more, repeats, settledUpTo, settled);
        return more.size() > MAX_TURNS ? longer.withoutOldestTurns(mark) : longer;
    }

    /** Takes a turn back; without effect if it is settled. */
    Conversation minus(ConversationTurn turn) {
        var at = Collections.binarySearch(turns, turn);
        if (at < 0 || repeats.containsKey(turn)) {
            return at < 0 ? this : withRepeats(turn, -1);
        }
        var fewer = new ArrayList<>(turns);
        fewer.remove(at);
        return new Conversation(List.copyOf(fewer), repeats, settledUpTo, settled);
    }

    /** Whether nothing remains. */
    boolean isEmpty() {
        return turns.isEmpty() && settledUpTo == NEW.settledUpTo && settled.isEmpty();
    }

    /** The sums of this conversation. */
    ServiceLedger serviceLedger(DismissalMark mark) {
        var sum = settled;
        var i = 0;
        while (i < turns.size()) {
            if (turns.get(i).isAnswer()) {
                i++;
            } else {
                var answer = nextAnswer(i);
                sum = sum.plus(exchange(i, answer, mark));
                i = answer + 1;
            }
        }
        return sum;
    }

    /** This conversation if it is open, else none. */
    OpenConversations openConversations(DismissalMark mark) {
        var first = turns.size();
        while (first > 0 && !turns.get(first - 1).isAnswer() && !mark.covers(turns.get(first - 1))) {
            first--;
        }
        return first == turns.size()
                ? OpenConversations.EMPTY
                : OpenConversations.of(turns.get(first).at());
    }

    /** Time of the last turn in epoch milliseconds. */
    long lastAt() {
        return turns.isEmpty() ? settledUpTo : turns.get(turns.size() - 1).at();
    }

    List<ConversationTurn> turns() {
        return turns;
    }

    SortedMap<ConversationTurn, Integer> repeats() {
        return repeats;
    }

    long settledUpTo() {
        return settledUpTo;
    }

    ServiceLedger settled() {
        return settled;
    }

    /** Settles the oldest turns that no later turn depends on: an unpaired answer, an exchange, or a repeated question. */
    private Conversation withoutOldestTurns(DismissalMark mark) {
        if (turns.get(0).isAnswer()) {
            return withoutTurns(1, settled);
        }
        var answer = nextAnswer(0);
        if (answer < turns.size()) {
            return withoutTurns(answer + 1, settled.plus(exchange(0, answer, mark)));
        }
        // The first question after the mark is kept as well: it opened the conversation again.
        var opensAgain = mark.covers(turns.get(0)) && !mark.covers(turns.get(1));
        var first = new ArrayList<>(turns);
        first.remove(opensAgain ? 2 : 1);
        return new Conversation(first, repeatsOf(first), settledUpTo, settled);
    }

    private Conversation withoutTurns(int oldest, ServiceLedger nowSettled) {
        var kept = List.copyOf(turns.subList(oldest, turns.size()));
        return new Conversation(kept, repeatsOf(kept), turns.get(oldest - 1).at(), nowSettled);
    }

    private Conversation withRepeats(ConversationTurn turn, int more) {
        var counts = new TreeMap<>(repeats);
        counts.merge(turn, more, (known, change) -> known + change == 0 ? null : (Integer) (known + change));
        return new Conversation(turns, counts, settledUpTo, settled);
    }

    private SortedMap<ConversationTurn, Integer> repeatsOf(List<ConversationTurn> kept) {
        if (repeats.isEmpty()) {
            return repeats;
        }
        var counts = new TreeMap<>(repeats);
        counts.keySet().retainAll(new TreeSet<>(kept));
        return counts;
    }

    /** Index of the first answer after a turn, or the number of turns. */
    private int nextAnswer(int asked) {
        var i = asked;
        while (i < turns.size() && !turns.get(i).isAnswer()) {
            i++;
        }
        return i;
    }

    /** The sums of the questions from {@code first} to the next answer; those that were dismissed before it are left out. */
    private ServiceLedger exchange(int first, int answered, DismissalMark mark) {
        var isAnswered = answered < turns.size();
        var asked = first;
        if (!isAnswered || !mark.covers(turns.get(answered))) {
            while (asked < answered && mark.covers(turns.get(asked))) {
                asked++;
            }
        }
        if (asked == answered) {
            return ServiceLedger.EMPTY;
        }
        var question = turns.get(asked);
        if (!isAnswered) {
            return ServiceLedger.opened(question.day());
        }
        var answer = turns.get(answered);
        return ServiceLedger.answered(question.day(), answer.role().isPublic(), (answer.at() - question.at()) / 1000);
    }
}
