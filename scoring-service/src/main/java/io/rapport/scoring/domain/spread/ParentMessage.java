package io.rapport.scoring.domain.spread;

import io.rapport.scoring.domain.ledger.MessageTone;

/**
 * A message that others of its tone may have followed within 48 hours.
 *
 * @param day epoch day it counts on
 * @param tone positive or negative
 * @param rootOnly whether of its own parent only the first message of the thread is known
 * @param children messages of the same tone that shared, quoted or answered it within 48 hours
 * @param millisToFirst to the first of them, negative when there is none
 * @param millisToFifth to the fifth of them, negative when there is none
 */
public record ParentMessage(
        int day, MessageTone tone, boolean rootOnly, long children, long millisToFirst, long millisToFifth) {

    /** No child of that rank. */
    public static final long NEVER = -1;

    /** How long a message has to bring about others, in milliseconds: 48 hours. */
    public static final long CHILDREN_WITHIN = 48 * 3_600_000L;
}
