package io.rapport.scoring.domain.service;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The turns of one conversation, ordered by time and independent of the order of arrival. A question opens it; the next
 * answer closes it and is paired with the first unanswered question. Immutable.
 */
final class Conversation {

    /**
     * Maximum number of turns kept. Older turns are settled (added to the final sums), and late turns from before them are
     * ignored.
     */
    static final int MAX_TURNS = 64;

    static final Conversation NEW = new Conversation(List.of(), Long.MIN_VALUE, ServiceLedger.EMPTY);

    private final List<ConversationTurn> turns;
    private final long settledUpTo;
    private final ServiceLedger settled;

    private Conversation(List<ConversationTurn> turns, long settledUpTo, ServiceLedger settled) {
        this.turns = turns;
        this.settledUpTo = settledUpTo;
        this.settled = settled;
    }

    static Conversation of(List<ConversationTurn> turns, long settledUpTo, ServiceLedger settled) {
        return new Conversation(turns, settledUpTo, settled);
    }

    Conversation plus(ConversationTurn turn) {
        var at = Collections.binarySearch(turns, turn);
        if (at >= 0 || turn.at() <= settledUpTo) {
            return this;
        }
        var more = new ArrayList<>(turns);
        more.add(-at - 1, turn);
        var longer = new Conversation(more, settledUpTo, settled);
        return more.size() > MAX_TURNS ? longer.withoutOldestTurns() : longer;
    }

    /** The sums of this conversation. */
    ServiceLedger serviceLedger() {
        var sum = settled;
        var i = 0;
        while (i < turns.size()) {
            if (turns.get(i).isAnswer()) {
                i++;
            } else {
                var answer = nextAnswer(i);
                sum = sum.plus(exchange(i, answer));
                i = answer + 1;
            }
        }
        return sum;
    }

    /** This conversation if it is open, else none. */
    OpenConversations openConversations() {
        var first = turns.size();
        while (first > 0 && !turns.get(first - 1).isAnswer()) {
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

    long settledUpTo() {
        return settledUpTo;
    }

    ServiceLedger settled() {
        return settled;
    }

    /** Settles the oldest turns that no later turn depends on: an unpaired answer, an exchange, or a repeated question. */
    private Conversation withoutOldestTurns() {
        if (turns.get(0).isAnswer()) {
            return withoutTurns(1, settled);
        }
        var answer = nextAnswer(0);
        if (answer < turns.size()) {
            return withoutTurns(answer + 1, settled.plus(exchange(0, answer)));
        }
        var first = new ArrayList<>(turns);
        first.remove(1);
        return new Conversation(first, settledUpTo, settled);
    }

    private Conversation withoutTurns(int oldest, ServiceLedger nowSettled) {
        var kept = List.copyOf(turns.subList(oldest, turns.size()));
        return new Conversation(kept, turns.get(oldest - 1).at(), nowSettled);
    }

    /** Index of the first answer after a turn, or the number of turns. */
    private int nextAnswer(int asked) {
        var i = asked;
        while (i < turns.size() && !turns.get(i).isAnswer()) {
            i++;
        }
        return i;
    }

    private ServiceLedger exchange(int asked, int answered) {
        var question = turns.get(asked);
        if (answered == turns.size()) {
            return ServiceLedger.opened(question.day());
        }
        var answer = turns.get(answered);
        return ServiceLedger.answered(question.day(), answer.role().isPublic(), (answer.at() - question.at()) / 1000);
    }
}
