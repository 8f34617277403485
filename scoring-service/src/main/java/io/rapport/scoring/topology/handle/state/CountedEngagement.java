package io.rapport.scoring.topology.handle.state;

import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.domain.service.ConversationTurn;
import io.rapport.scoring.domain.value.LedgerBundle;
import io.rapport.scoring.domain.value.ValueLedger;
import io.rapport.scoring.metrics.EngagementOutcome;
import io.rapport.scoring.topology.content.MessageReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the current revision of an engagement is counted as, so that a higher one can take it back. The polarity of its text is in
 * {@link SeenEngagement}, since corrections change it. Neither names nor texts are kept.
 *
 * @param rank of the revision
 * @param withheld why it is in no ledger; null when it is in the ledger of its handle
 * @param entry without a polarity
 * @param turn in a conversation; null without one
 * @param visits its value other than purchases; of a withheld one that of the visits it stands for
 * @param order the row of an order it is
 * @param uptake the messages it was counted for
 * @param judgedAt time of the latest judgement of its text in epoch milliseconds; {@link Long#MIN_VALUE} without one
 * @param round the number of times its message, a share without words, was linked to the shared one
 */
public record CountedEngagement(
        long rank,
        @Nullable EngagementOutcome withheld,
        LedgerEntry entry,
        @Nullable ConversationTurn turn,
        ValueLedger visits,
        OrderRow order,
        CountedUptake uptake,
        long judgedAt,
        int round) {

    /**
     * The messages that an engagement was counted for: a post it is, or those it refers to; and what ties its handle to others.
     *
     * @param at epoch milliseconds of the engagement; 0 without messages
     * @param contacts null if an earlier build counted it, which did not keep them: they cannot be taken back
     */
    public record CountedUptake(
            List<String> messages, long at, @Nullable List<MessageReference.Target> contacts) {

        /** No messages and no contacts. */
        public static final CountedUptake NONE = new CountedUptake(List.of(), 0, List.of());

        /** Whether it counts for the same messages at the same time. */
        public boolean hasMessagesOf(CountedUptake other) {
            return at == other.at && messages.equals(other.messages);
        }

        /** Returns the same messages with contacts that are not known. */
        public CountedUptake withoutContacts() {
            return new CountedUptake(messages, at, null);
        }
    }

    /** Returns an engagement that is in no ledger. */
    public static CountedEngagement withheld(
            long rank, EngagementOutcome outcome, LedgerEntry entry, CountedUptake uptake, long judgedAt) {
        return new CountedEngagement(rank, outcome, entry, null, ValueLedger.EMPTY, OrderRow.NONE, uptake, judgedAt, 0);
    }

    /** Returns the engagement with the visits that it stands for. */
    public CountedEngagement withVisits(ValueLedger other) {
        return new CountedEngagement(rank, withheld, entry, turn, other, order, uptake, judgedAt, round);
    }

    /** The value that belongs to the brand and to no person; that of an engagement in a ledger belongs to its handle. */
    public ValueLedger brandValue() {
        return isInLedger() ? ValueLedger.EMPTY : visits;
    }

    /** Whether it is in the ledger of its handle. */
    public boolean isInLedger() {
        return withheld == null;
    }

    /**
     * Returns what it adds to the ledgers of its handle, except its parts in an order, in conversations and in the number of followers.
     *
     * @param polarity of its text in millionths, or {@link LedgerEntry#NOT_JUDGED}
     */
    public LedgerBundle bundle(int polarity) {
        return isInLedger()
                ? LedgerBundle.of(entry.withPolarity(polarity), visits, !order.isEmpty())
                : LedgerBundle.EMPTY;
    }

    /** Returns the engagement with another number of links. */
    public CountedEngagement withRound(int rounds) {
        return new CountedEngagement(rank, withheld, entry, turn, visits, order, uptake, judgedAt, rounds);
    }
}
