package io.rapport.scoring.domain.service;

/**
 * A user's statement that the questions of a handle up to a time need no answer.
 *
 * @param upTo epoch milliseconds, inclusive; {@link Long#MIN_VALUE} when no question is dismissed
 * @param version the highest one holds
 */
public record DismissalMark(long upTo, long version) {

    /** No statement. */
    public static final DismissalMark NONE = new DismissalMark(Long.MIN_VALUE, 0);

    boolean covers(ConversationTurn turn) {
        return turn.at() <= upTo;
    }
}
