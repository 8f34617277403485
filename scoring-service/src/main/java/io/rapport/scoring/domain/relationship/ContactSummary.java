package io.rapport.scoring.domain.relationship;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.scoring.domain.ledger.EngagementColumns;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Number of engagements by direction and kind, with the first and last day of contact. */
final class ContactSummary {

    private static final int NEVER = Integer.MIN_VALUE;
    private static final int BOTH_DIRECTIONS = 64;

    private final long[] counts = new long[BOTH_DIRECTIONS];
    private int firstSeen = NEVER;
    private int lastSeen = NEVER;
    private int lastTouch = NEVER;
    private boolean isKnown;
    private boolean isContact;

    /** Adds a cell; days ascend. */
    void add(int day, int column, long count) {
        isKnown |= count > 0 && column == EngagementColumns.REVERSED_PURCHASES;
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
        isKnown = true;
        isContact = true;
    }

    /** Whether there was any engagement, or a purchase that was taken back. */
    boolean isKnown() {
        return isKnown;
    }

    /** Whether there was any engagement. */
    boolean isContact() {
        return isContact;
    }

    /** A copy of the numbers of engagements by column of direction and kind, timed ones included. */
    long[] counts() {
        return counts.clone();
    }

    ContactTimes times(int asOf, double warmthHalfLife) {
        return new ContactTimes(date(firstSeen), date(lastSeen), date(lastTouch), warmth(asOf, warmthHalfLife));
    }

    private double warmth(int asOf, double halfLife) {
        return lastTouch == NEVER ? 0 : 100 * Math.exp(-Math.log(2) / halfLife * (asOf - lastTouch));
    }

    private static @Nullable LocalDate date(int day) {
        return day == NEVER ? null : LocalDate.ofEpochDay(day);
    }
}
