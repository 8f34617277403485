package io.rapport.scoring.domain.ledger;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementValue;
import org.jspecify.annotations.Nullable;

/**
 * The part of an engagement that a ledger counts.
 *
 * @param day epoch day it counts on
 * @param direction inbound or outbound; not {@code UNKNOWN}
 * @param kind kind of interaction; not {@code UNKNOWN}
 * @param promotional whether it is promotional
 * @param milliMinutes time the brand spent in thousandths of a minute, outbound only; 0 if not given
 * @param polarity polarity of an inbound text in millionths, -1 000 000 to 1 000 000, or {@link #NOT_JUDGED}
 */
public record LedgerEntry(
        int day, Direction direction, EngagementKind kind, boolean promotional, long milliMinutes, int polarity) {

    /** Polarity of an engagement without a judged text. */
    public static final int NOT_JUDGED = Integer.MIN_VALUE;

    /** A polarity of 1. */
    public static final int POLARITY_SCALE = 1_000_000;

    /** Smallest magnitude, in millionths, of a positive or negative polarity: 0.05. */
    public static final int TONE_THRESHOLD = 50_000;

    private static final double MAX_MINUTES = 1e9;

    /** @throws IllegalArgumentException if a value is not allowed, with the reason */
    public LedgerEntry {
        if (direction == Direction.UNKNOWN || kind == EngagementKind.UNKNOWN) {
            throw new IllegalArgumentException(
                    "A ledger entry needs a known direction and kind, not " + direction + " " + kind);
        }
        if (direction == Direction.INBOUND && (kind == EngagementKind.POST || milliMinutes != 0)) {
            throw new IllegalArgumentException("A POST or an entry with minutes is outbound, not INBOUND " + kind);
        }
        if (milliMinutes < 0) {
            throw new IllegalArgumentException("Minutes must be 0 or more, not " + milliMinutes / 1000.0);
        }
        if (polarity != NOT_JUDGED && (direction != Direction.INBOUND || Math.abs(polarity) > POLARITY_SCALE)) {
            throw new IllegalArgumentException("Only an inbound entry has a polarity, from -1000000 to 1000000, not "
                    + direction + " " + polarity);
        }
    }

    /**
     * Creates the entry of an engagement, without a polarity.
     *
     * @throws IllegalArgumentException if the direction or kind is unknown to this version, or a POST is inbound
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

    /** Copies this entry with a polarity. */
    public LedgerEntry withPolarity(int millionths) {
        return new LedgerEntry(day, direction, kind, promotional, milliMinutes, millionths);
    }

    boolean isJudged() {
        return polarity != NOT_JUDGED;
    }

    boolean isOutbound() {
        return direction == Direction.OUTBOUND;
    }

    /** Whether the brand gives attention without promotion. */
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
        return Math.max(1, Math.round(Math.min(value.minutes(), MAX_MINUTES) * 1000));
    }
}
