package io.rapport.scoring.domain.service;

import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A question or an answer in a conversation.
 *
 * @param conversation hash of the conversation's id, unique within its handle
 * @param at epoch milliseconds
 * @param day epoch day it counts on
 */
public record ConversationTurn(long conversation, long at, int day, ConversationRole role)
        implements Comparable<ConversationTurn> {

    // In the same millisecond a question precedes its answer, and a public answer precedes a private one.
    private static final Comparator<ConversationTurn> ORDER = Comparator.comparingLong(ConversationTurn::at)
            .thenComparing(ConversationTurn::role)
            .thenComparingInt(ConversationTurn::day);

    /**
     * Creates the turn of an engagement.
     *
     * @param polarity polarity of its text in millionths, or {@link LedgerEntry#NOT_JUDGED}
     * @return null if it neither expects an answer nor is one
     */
    public static @Nullable ConversationTurn of(EngagementReceived engagement, int polarity) {
        var role = ConversationRole.of(
                engagement, polarity != LedgerEntry.NOT_JUDGED && polarity <= -LedgerEntry.TONE_THRESHOLD);
        return role == null
                ? null
                : new ConversationTurn(
                        conversation(engagement),
                        engagement.occurredAt().toEpochMilli(),
                        Math.toIntExact(engagement.effectiveDay().toEpochDay()),
                        role);
    }

    @Override
    public int compareTo(ConversationTurn other) {
        return ORDER.compare(this, other);
    }

    boolean isAnswer() {
        return role != ConversationRole.QUESTION;
    }

    /** The conversation given by the source, else a single one for the handle. */
    private static long conversation(EngagementReceived engagement) {
        var object = engagement.object();
        return object == null || object.conversation() == null ? 0 : hash(object.conversation());
    }

    /** FNV-1a hash, so that ids have a fixed size. */
    private static long hash(String name) {
        var hash = 0xcbf29ce484222325L;
        for (var i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
