package io.rapport.scoring.domain.service;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementReceived;
import org.jspecify.annotations.Nullable;

/** What an engagement is to a conversation that wants an answer. The order is the one turns of one moment are taken in. */
public enum Answering {
    /** They want an answer. */
    ASKS(1),
    /** The brand answers where others can read it. */
    ANSWERS_IN_PUBLIC(2),
    /** The brand answers them alone. */
    ANSWERS_IN_PRIVATE(3);

    private final int number;

    Answering(int number) {
        this.number = number;
    }

    /**
     * What an engagement is.
     *
     * @param complains whether its text was judged negative
     * @return null when it neither wants an answer nor is one
     */
    public static @Nullable Answering of(EngagementReceived engagement, boolean complains) {
        return engagement.direction() == Direction.INBOUND
                ? asking(engagement, complains)
                : switch (engagement.kind()) {
                    case REPLY, COMMENT, MENTION, QUOTE -> ANSWERS_IN_PUBLIC;
                    case MESSAGE, EMAIL, CALL, MEETING -> ANSWERS_IN_PRIVATE;
                    default -> null;
                };
    }

    /**
     * The constant a stored number stands for.
     *
     * @throws IllegalArgumentException when it stands for none
     */
    public static Answering of(int number) {
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
        return this == ANSWERS_IN_PUBLIC;
    }

    private static @Nullable Answering asking(EngagementReceived engagement, boolean complains) {
        var content = engagement.content();
        var text = content == null || content.text() == null ? "" : content.text();
        var wants =
                switch (engagement.kind()) {
                    case MESSAGE, EMAIL -> !Words.of(text).onlyThank();
                    case COMMENT, REPLY, MENTION, QUOTE, REVIEW ->
                        complains || Words.of(text).ask();
                    default -> false;
                };
        return wants ? ASKS : null;
    }
}
