package io.rapport.scoring.domain.service;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementReceived;
import org.jspecify.annotations.Nullable;

/** What an engagement is to a conversation that wants an answer. The order is the one turns of one moment are taken in. */
public enum ConversationRole {
    /** They want an answer. */
    QUESTION(1),
    /** The brand answers where others can read it. */
    PUBLIC_ANSWER(2),
    /** The brand answers them alone. */
    PRIVATE_ANSWER(3);

    private final int number;

    ConversationRole(int number) {
        this.number = number;
    }

    /**
     * What an engagement is.
     *
     * @param complains whether its text was judged negative
     * @return null when it neither wants an answer nor is one
     */
    public static @Nullable ConversationRole of(EngagementReceived engagement, boolean complains) {
        return engagement.direction() == Direction.INBOUND
                ? questionRole(engagement, complains)
                : switch (engagement.kind()) {
                    case REPLY, COMMENT, MENTION, QUOTE -> PUBLIC_ANSWER;
                    case MESSAGE, EMAIL, CALL, MEETING -> PRIVATE_ANSWER;
                    default -> null;
                };
    }

    /**
     * The constant a stored number stands for.
     *
     * @throws IllegalArgumentException when it stands for none
     */
    public static ConversationRole of(int number) {
        for (var constant : values()) {
            if (constant.number == number) {
                return constant;
            }
        }
        throw new IllegalArgumentException("No part in a conversation has the number " + number);
    }

    /** What it is stored as, 1 to 3: never given another meaning. */
    public int number() {
        return number;
    }

    /** Whether others can read the answer. */
    public boolean isPublic() {
        return this == PUBLIC_ANSWER;
    }

    private static @Nullable ConversationRole questionRole(EngagementReceived engagement, boolean complains) {
        var content = engagement.content();
        var text = content == null || content.text() == null ? "" : content.text();
        var wants =
                switch (engagement.kind()) {
                    case MESSAGE, EMAIL -> !MessageWords.of(text).isOnlyThanks();
                    case COMMENT, REPLY, MENTION, QUOTE, REVIEW ->
                        complains || MessageWords.of(text).isQuestion();
                    default -> false;
                };
        return wants ? QUESTION : null;
    }
}
