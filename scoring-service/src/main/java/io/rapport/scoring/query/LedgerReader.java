package io.rapport.scoring.query;

import io.rapport.contracts.BrandKey;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.content.ChannelPosts;
import io.rapport.scoring.domain.day.BrandDayFigures.DayWindows;
import io.rapport.scoring.domain.day.DayPeriod;
import io.rapport.scoring.domain.day.DayStatus;
import io.rapport.scoring.domain.day.PersonLedgers;
import io.rapport.scoring.domain.spread.ParentMessage;
import io.rapport.scoring.domain.spread.SpreadLedger;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The ledgers in this instance's state stores. Every method throws {@link LedgersUnavailableException} if this instance does
 * not own the partition, or the store is being restored.
 */
public interface LedgerReader {

    /**
     * Some values in the order of their keys.
     *
     * @param next cursor of the next batch; null if these are the last
     */
    record Batch<T>(List<T> values, @Nullable String next) {}

    /**
     * Ledgers of a brand that do not belong to a person.
     *
     * @param day current epoch day; null before the first
     * @param history rises with every change of a day before the current one
     * @param outbound outbound totals and history changes of all days
     * @param status how the current day came about
     */
    record BrandRecord(@Nullable Integer day, long history, BrandLedger outbound, DayStatus status) {}

    /** Reads the spread ledger of the brand: its last {@link SpreadLedger#DAYS_KEPT} days. */
    SpreadLedger spread(int partition, BrandKey brand);

    /** Reads people of a brand, from the first or from a cursor. */
    Batch<PersonLedgers> people(int partition, BrandKey brand, @Nullable String cursor, int limit);

    /** Reads a person; null if there is none. */
    @Nullable
    PersonLedgers person(int partition, BrandKey brand, UUID person);

    /** Reads messages of a brand with their children, from the first or from a cursor. */
    Batch<ParentMessage> cascades(int partition, BrandKey brand, @Nullable String cursor, int limit);

    /**
     * Reads the latest posts of one channel, each with what happened up to a day; of the first channel with posts, or of the
     * first one from a cursor.
     *
     * @param channel null for all channels
     * @param day epoch day
     * @param before posts are published before this time, in epoch milliseconds
     */
    Batch<ChannelPosts> posts(
            int partition, BrandKey brand, @Nullable String channel, @Nullable String cursor, int day, long before);

    /** Reads the ledgers of the brand itself. */
    BrandRecord brand(int partition, BrandKey brand);

    /**
     * Calculates the value and service windows of a brand that end at each of the epoch days, ascending, without the hours
     * invested, and the balance of engagements up to each.
     */
    List<DayWindows> windows(int partition, BrandKey brand, List<Integer> days);

    /** Calculates the value and service windows of a brand over a period, without the hours invested and the balance. */
    DayWindows windows(int partition, BrandKey brand, DayPeriod period);
}
