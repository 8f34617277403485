package io.rapport.scoring.domain.service;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementReceived;
import org.jspecify.annotations.Nullable;

/** Role of an engagement in a conversation. Simultaneous turns are ordered by role. */
public enum ConversationRole {
    /** An inbound engagement that expects an answer. */
    QUESTION(1),
    /** An answer of the brand that others can read. */
    PUBLIC_ANSWER(2),
    /** An answer of the brand to the person only. */
    PRIVATE_ANSWER(3);

    private final int number;

    ConversationRole(int number) {
        this.number = number;
    }

    /**
     * Determines the role of an engagement.
     *
     * @param negative whether its text was judged negative
     * @return null if it neither expects an answer nor is one
     */
    public static @Nullable ConversationRole of(EngagementReceived engagement, boolean negative) {
        return engagement.direction() == Direction.INBOUND
                ? questionRole(engagement, negative)
                : switch (engagement.kind()) {
                    case REPLY, COMMENT, MENTION, QUOTE -> PUBLIC_ANSWER;
                    case MESSAGE, EMAIL, CALL, MEETING -> PRIVATE_ANSWER;
                    default -> null;
                };
    }

    /**
     * Returns the role with a stored number.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ConversationRole of(int number) {
        for (var constant : values()) {
            if (constant.number == number) {
                return constant;
            }
        }
        throw new IllegalArgumentException("No conversation role has the number " + number);
    }

    /** Number in the stored form, 1 to 3; never reused. */
    public int number() {
        return number;
    }

    /** Whether it is an answer that others can read. */
    public boolean isPublic() {
        return this == PUBLIC_ANSWER;
    }

    private static @Nullable ConversationRole questionRole(EngagementReceived engagement, boolean negative) {
        var content = engagement.content();
        var text = content == null || content.text() == null ? "" : content.text();
        var isQuestion =
                switch (engagement.kind()) {
                    case MESSAGE, EMAIL -> DirectMessagePolicy.expectsAnswer(text, negative);
                    case COMMENT, REPLY, MENTION, QUOTE, REVIEW ->
                        negative || MessageWords.of(text).isQuestion();
                    default -> false;
                };
        return isQuestion ? QUESTION : null;
    }
}
