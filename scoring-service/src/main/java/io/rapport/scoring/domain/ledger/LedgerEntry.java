package io.rapport.scoring.domain.ledger;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementValue;
import org.jspecify.annotations.Nullable;

/**
 * One engagement as a ledger sees it.
 *
 * @param day epoch day it counts on
 * @param direction who turned to whom; not {@code UNKNOWN}
 * @param kind what kind of interaction; not {@code UNKNOWN}
 * @param promotional whether it sells
 * @param milliMinutes thousandths of a minute the brand spent, outbound only; 0 for none given
 * @param polarity of an inbound text in millionths, -1 000 000 to 1 000 000, or {@link #NOT_JUDGED}
 */
public record LedgerEntry(int day, Direction direction, EngagementKind kind, boolean promotional, long milliMinutes, int polarity) {

    /** The polarity of what nobody has judged. */
    public static final int NOT_JUDGED = Integer.MIN_VALUE;

    /** A polarity of 1. */
    public static final int POLARITY_SCALE = 1_000_000;

    /** From here on a text is positive, and from its negative on negative: 0.05. */
    public static final int TONE_THRESHOLD = 50_000;

    private static final double MOST_MINUTES = 1e9;

    /** @throws IllegalArgumentException when this is no engagement a ledger can hold, saying why */
    public LedgerEntry {
        if (direction == Direction.UNKNOWN || kind == EngagementKind.UNKNOWN) {
            throw new IllegalArgumentException(
                    "A ledger holds known directions and kinds, not " + direction + " " + kind);
        }
        if (direction == Direction.INBOUND && (kind == EngagementKind.POST || milliMinutes != 0)) {
            throw new IllegalArgumentException("A POST and minutes spent are outbound, not INBOUND " + kind);
        }
        if (milliMinutes < 0) {
            throw new IllegalArgumentException("Minutes are 0 or more, not " + milliMinutes / 1000.0);
        }
        if (polarity != NOT_JUDGED && (direction != Direction.INBOUND || Math.abs(polarity) > POLARITY_SCALE)) {
            throw new IllegalArgumentException(
                    "A polarity is an inbound text's, from -1 to 1 in millionths, not " + direction + " " + polarity);
        }
    }

    /**
     * The engagement's entry, its polarity not judged.
     *
     * @throws IllegalArgumentException when its direction or kind is unknown to this version, or a POST is inbound
     */
    public static LedgerEntry of(EngagementReceived engagement) {
        return new LedgerEntry(
                Math.toIntExact(engagement.effectiveDay().toEpochDay()),
                engagement.direction(),
                engagement.kind(),
                engagement.isPromotional(),
                engagement.direction() == Direction.OUTBOUND ? milliMinutes(engagement.value()) : 0,
                NOT_JUDGED);
    }

    /** The same engagement, judged. */
    public LedgerEntry withPolarity(int millionths) {
        return new LedgerEntry(day, direction, kind, promotional, milliMinutes, millionths);
    }

    boolean isJudged() {
        return polarity != NOT_JUDGED;
    }

    boolean isOutbound() {
        return direction == Direction.OUTBOUND;
    }

    /** Whether the brand gave attention and asked for nothing. */
    boolean isGiving() {
        return isOutbound()
                && !promotional
                && switch (kind) {
                    case REACTION, REPLY, COMMENT, SHARE, QUOTE, THANKS, INTRODUCTION -> true;
                    default -> false;
                };
    }

    private static long milliMinutes(@Nullable EngagementValue value) {
        if (value == null || value.minutes() == null || !(value.minutes() > 0)) {
            return 0;
        }
        return Math.max(1, Math.round(Math.min(value.minutes(), MOST_MINUTES) * 1000));
    }
}
