package io.rapport.scoring.domain.ledger;

import io.rapport.contracts.engagement.EngagementKind;

/**
 * Columns of an {@link EngagementLedger}: four blocks of 32 with one column for each kind, then the totals of the day.
 * The numbers are part of the stored form and are never reused.
 */
public final class EngagementColumns {

    /** Inbound engagements, by kind. */
    public static final int INBOUND = 0;
    /** Outbound engagements without minutes, by kind. */
    public static final int OUTBOUND = 32;
    /** Outbound engagements with minutes, by kind. */
    public static final int TIMED = 64;
    /** Thousandths of minutes of the timed ones, by kind. */
    public static final int MINUTES = 96;

    /** Inbound texts with a polarity. */
    public static final int JUDGED = 128;
    /** Sum of polarities above 0, in millionths. */
    public static final int POSITIVE_SUM = 129;
    /** Sum of the magnitudes of polarities below 0, in millionths. */
    public static final int NEGATIVE_SUM = 130;
    /** Sum of squared polarities, in millionths of millionths. */
    static final int SQUARES = 131;
    /** Texts of {@link MessageTone#POSITIVE positive} tone. */
    public static final int POSITIVE = 132;
    /** Texts of {@link MessageTone#NEGATIVE negative} tone. */
    public static final int NEGATIVE = 133;
    /** Outbound promotional engagements. */
    public static final int PROMOTIONAL = 134;
    /** Outbound engagements that give attention without promotion. */
    public static final int GIVING = 135;
    /** Shares without text of a message of positive tone. */
    public static final int SHARED_POSITIVE = 136;
    /** Shares without text of a message of negative tone. */
    public static final int SHARED_NEGATIVE = 137;
    /** Followers of the handle: one cell for each handle, on the day of the latest report. */
    public static final int FOLLOWERS = 138;
    /** Time of that report in epoch milliseconds; meaningless in a sum over several handles. */
    public static final int FOLLOWERS_AT = 139;

    /** Orders that refunds have taken back; they weigh nothing, and keep the person known to the brand. */
    public static final int REVERSED_PURCHASES = 140;

    static final int COUNT = 141;

    /** Columns in each of the four blocks. */
    public static final int BLOCK = 32;

    private static final double MILLI_MINUTES_PER_EFFORT = 6000;
    private static final EngagementKind[] KINDS = EngagementKind.values();

    private EngagementColumns() {}

    /** The block a column belongs to, as the number of its first column. */
    public static int block(int column) {
        return column & -BLOCK;
    }

    /** The kind of a column in one of the four blocks. */
    public static EngagementKind kind(int column) {
        return KINDS[column & BLOCK - 1];
    }

    /** The column of a kind in one of the four blocks. */
    @SuppressWarnings("EnumOrdinal") // the order of EngagementKind is stable
    static int column(int block, EngagementKind kind) {
        return block + kind.ordinal();
    }

    /** The column of untimed engagements of the same outbound kind. */
    public static int outbound(int column) {
        return OUTBOUND + (column & BLOCK - 1);
    }

    /** The column of timed engagements of the same outbound kind. */
    public static int timed(int column) {
        return TIMED + (column & BLOCK - 1);
    }

    /** The column of minutes of the same outbound kind. */
    public static int minutes(int column) {
        return MINUTES + (column & BLOCK - 1);
    }

    /** The tone of the messages that a column counts; {@code NONE} for every other column. */
    public static MessageTone tone(int column) {
        return switch (column) {
            case POSITIVE, SHARED_POSITIVE -> MessageTone.POSITIVE;
            case NEGATIVE, SHARED_NEGATIVE -> MessageTone.NEGATIVE;
            default -> MessageTone.NONE;
        };
    }

    /** Effort of a duration in thousandths of a minute: 1 for six minutes, without a cap. */
    public static double effortOfMinutes(long milliMinutes) {
        return Math.max(0, milliMinutes) / MILLI_MINUTES_PER_EFFORT;
    }

    /** The ledger of one entry. */
    static EngagementLedger of(LedgerEntry entry) {
        var cells = new LedgerCells.Builder(6);
        if (entry.isOutbound()) {
            addOutbound(entry, cells);
        } else {
            cells.add(entry.day(), column(INBOUND, entry.kind()), 1);
            addPolarity(entry, cells);
        }
        return new EngagementLedger(cells.build());
    }

    private static void addOutbound(LedgerEntry entry, LedgerCells.Builder cells) {
        var kind = entry.kind();
        if (entry.milliMinutes() == 0) {
            cells.add(entry.day(), column(OUTBOUND, kind), 1);
        } else {
            cells.add(entry.day(), column(TIMED, kind), 1);
            cells.add(entry.day(), column(MINUTES, kind), entry.milliMinutes());
        }
        cells.add(entry.day(), PROMOTIONAL, entry.promotional() ? 1 : 0);
        cells.add(entry.day(), GIVING, entry.isGiving() ? 1 : 0);
    }

    private static void addPolarity(LedgerEntry entry, LedgerCells.Builder cells) {
        if (!entry.isJudged()) {
            return;
        }
        long polarity = entry.polarity();
        cells.add(entry.day(), JUDGED, 1);
        cells.add(entry.day(), POSITIVE_SUM, Math.max(0, polarity));
        cells.add(entry.day(), NEGATIVE_SUM, Math.max(0, -polarity));
        cells.add(entry.day(), SQUARES, polarity * polarity);
        cells.add(entry.day(), POSITIVE, polarity >= LedgerEntry.TONE_THRESHOLD ? 1 : 0);
        cells.add(entry.day(), NEGATIVE, polarity <= -LedgerEntry.TONE_THRESHOLD ? 1 : 0);
    }
}
