package io.rapport.scoring.domain.relationship;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.scoring.domain.ledger.EngagementColumns;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How often there was contact of each direction and kind, and when first and last. */
final class ContactSummary {

    private static final int NEVER = Integer.MIN_VALUE;
    private static final int BOTH_DIRECTIONS = 64;

    private final long[] counts = new long[BOTH_DIRECTIONS];
    private int firstSeen = NEVER;
    private int lastSeen = NEVER;
    private int lastTouch = NEVER;

    /** Adds a cell; days ascend. */
    void add(int day, int column, long count) {
        var block = EngagementColumns.block(column);
        if (count <= 0 || block > EngagementColumns.TIMED) {
            return;
        }
        counts[block == EngagementColumns.TIMED ? EngagementColumns.outbound(column) : column] += count;
        if (block == EngagementColumns.INBOUND) {
            firstSeen = firstSeen == NEVER ? day : firstSeen;
            lastSeen = day;
        }
        var kind = EngagementColumns.kind(column);
        if (kind != EngagementKind.VISIT && kind != EngagementKind.POST) {
            lastTouch = day;
        }
    }

    long count(int column) {
        return counts[column];
    }

    /** 100 on the day of the last touch, halved after each half-life; 0 when there was none. */
    double warmth(int asOf, double halfLife) {
        return lastTouch == NEVER ? 0 : 100 * Math.exp(-Math.log(2) / halfLife * (asOf - lastTouch));
    }

    @Nullable
    LocalDate firstSeen() {
        return date(firstSeen);
    }

    @Nullable
    LocalDate lastSeen() {
        return date(lastSeen);
    }

    @Nullable
    LocalDate lastTouch() {
        return date(lastTouch);
    }

    private static @Nullable LocalDate date(int day) {
        return day == NEVER ? null : LocalDate.ofEpochDay(day);
    }
}
