package io.rapport.scoring.domain.spread;

import io.rapport.scoring.domain.ledger.MessageTone;

/**
 * A message with the messages of the same tone that followed it within 48 hours (its children).
 *
 * @param day epoch day it counts on
 * @param tone positive or negative
 * @param rootOnly whether its own parent is known only by the root of the thread
 * @param children messages of the same tone that shared, quoted or answered it within 48 hours
 * @param millisToFirst milliseconds to the first child, or {@link #NEVER}
 * @param millisToFifth milliseconds to the fifth child, or {@link #NEVER}
 */
public record ParentMessage(
        int day, MessageTone tone, boolean rootOnly, long children, long millisToFirst, long millisToFifth) {

    /** There is no child of that rank. */
    public static final long NEVER = -1;

    /** No message; it counts nowhere. */
    public static final ParentMessage NONE = new ParentMessage(0, MessageTone.NONE, false, 0, NEVER, NEVER);

    /** Period in which children are counted, in milliseconds: 48 hours. */
    public static final long CHILDREN_WITHIN = 48 * 3_600_000L;
}
