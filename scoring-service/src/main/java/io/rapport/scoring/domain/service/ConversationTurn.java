package io.rapport.scoring.domain.service;

import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did in a conversation that has to do with an answer.
 *
 * @param conversation which of the handle's
 * @param at milliseconds of the epoch
 * @param day epoch day it counts on
 */
public record ConversationTurn(long conversation, long at, int day, ConversationRole role) implements Comparable<ConversationTurn> {

    // Who asks and is answered in the same millisecond was answered; in public, if there and in private.
    private static final Comparator<ConversationTurn> ORDER =
            Comparator.comparingLong(ConversationTurn::at).thenComparing(ConversationTurn::role).thenComparingInt(ConversationTurn::day);

    /**
     * The turn an engagement is.
     *
     * @param polarity of its text, in millionths, or {@link LedgerEntry#NOT_JUDGED}
     * @return null when it neither wants an answer nor is one
     */
    public static @Nullable ConversationTurn of(EngagementReceived engagement, int polarity) {
        var role = ConversationRole.of(engagement, polarity != LedgerEntry.NOT_JUDGED && polarity <= -LedgerEntry.TONE_THRESHOLD);
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

    /** What the source calls a conversation, else all there is between the handle and the brand on its channel. */
    private static long conversation(EngagementReceived engagement) {
        var object = engagement.object();
        return object == null || object.conversation() == null ? 0 : hash(object.conversation());
    }

    /** FNV-1a: a number instead of a name of any length. */
    private static long hash(String name) {
        var hash = 0xcbf29ce484222325L;
        for (var i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
