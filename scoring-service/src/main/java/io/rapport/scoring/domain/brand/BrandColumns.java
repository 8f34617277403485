package io.rapport.scoring.domain.brand;

import io.rapport.contracts.score.Stage;
import io.rapport.scoring.domain.ledger.EngagementColumns;
import io.rapport.scoring.domain.ledger.MessageTone;

/**
 * Columns of a {@link BrandLedger}. A day of the series has the four blocks of {@link EngagementColumns}, with each person's
 * counts capped, and its own totals; the snapshot has one day, 0. The numbers are part of the stored form and are never
 * reused.
 */
public final class BrandColumns {

    /** Outbound engagements, uncapped, and posts. */
    static final int ALL_OUTBOUND = 128;
    /** Promotional outbound engagements. */
    static final int PROMOTIONAL = 129;
    /** Outbound engagements that give attention without promotion. */
    static final int GIVING = 130;

    /** Messages of positive tone, uncapped; the next column counts those of negative tone. */
    public static final int VOICES = 131;
    /** People with such a message on the day, by tone. */
    public static final int CARRIERS_OF_DAY = 133;

    /** Number of columns of the series. */
    public static final int SERIES_COUNT = 135;

    /** The day of every snapshot cell. */
    public static final int SNAPSHOT_DAY = 0;
    /** People at each stage. */
    static final int STAGE = 0;

    static final int STAGES = 5;
    static final int CLIENTS = STAGE + STAGES;
    /** Sum of clients' strengths, in millionths of a point. */
    static final int CLIENT_STRENGTH = CLIENTS + 1;
    /** Number of changes of days before the current one; it only rises, and does not belong to a person. */
    static final int HISTORY_CHANGES = CLIENT_STRENGTH + 1;

    /** In a window: people with any inbound engagement. */
    static final int SEEN = 0;

    static final int NEW = 1;
    static final int RETURNING = 2;
    static final int REVIVED = 3;
    static final int LAPSED = 4;
    static final int CLIENTS_SEEN = 5;
    static final int CAPTIVES_SEEN = 6;
    /** In a window: inbound engagements, uncapped. */
    static final int NOTIFICATIONS = 7;

    static final int CAPTIVE_NOTIFICATIONS = 8;
    /** In a window: people at each stage on the day before it began. */
    static final int STAGE_BEFORE = 9;

    /** In a window, by tone: people with a message of that tone (carriers). */
    public static final int CARRIERS = 0;
    /** In a window, by tone: the carriers' followers. */
    public static final int REACH = 2;
    /** In a window: people with a judged text. */
    public static final int JUDGED = 4;
    /** Sum of these people's mean polarities, in units of {@link #MEAN_UNITS}. */
    public static final int MEANS = 5;
    /** Sum of the squares of these means. */
    public static final int SQUARED_MEANS = 6;
    /** A polarity of 1 in these units; the squares of 1 000 000 000 people still fit into a long. */
    public static final int MEAN_UNITS = 50_000;

    /** Number of columns of the snapshot. */
    public static final int SNAPSHOT_COUNT = 112;

    private static final int WINDOW_BLOCK = 16;
    private static final int SPREAD = 64;

    private BrandColumns() {}

    /** The column of a stage in a block that begins at {@code first}. */
    @SuppressWarnings("EnumOrdinal") // the order of Stage is stable, lowest first
    static int stageColumn(int first, Stage stage) {
        return first + stage.ordinal();
    }

    /** The column of a figure for one tone. */
    public static int toneColumn(int figure, MessageTone tone) {
        return figure + (tone == MessageTone.NEGATIVE ? 1 : 0);
    }

    /** The snapshot column of a sentiment spread figure in a window. */
    public static int spreadColumn(int window, int figure) {
        return SPREAD + WINDOW_BLOCK * window + figure;
    }

    /** The snapshot column of a figure in a window. */
    static int windowColumn(int window, int figure) {
        return WINDOW_BLOCK * (window + 1) + figure;
    }
}
