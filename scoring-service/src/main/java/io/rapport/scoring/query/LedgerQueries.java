package io.rapport.scoring.query;

import io.rapport.contracts.BrandKey;
import io.rapport.scoring.domain.content.ChannelPosts;
import io.rapport.scoring.domain.day.BrandDayFigures.DayWindows;
import io.rapport.scoring.domain.day.DayPeriod;
import io.rapport.scoring.domain.day.DayStatus;
import io.rapport.scoring.domain.day.PeopleSelection;
import io.rapport.scoring.domain.day.PeriodList;
import io.rapport.scoring.domain.day.PersonDayDetails;
import io.rapport.scoring.domain.day.PersonRange;
import io.rapport.scoring.domain.day.TopPersonDays;
import io.rapport.scoring.domain.spread.SpreadLedger;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Queries that one instance answers from its own partitions. Every method throws {@link LedgersUnavailableException} if the
 * instance does not answer or does not own a partition.
 */
public interface LedgerQueries {

    /** The brand and the model of a query; the time zone is that of the brand. */
    record Scope(String agency, String brand, String zone, String model) {

        BrandKey key() {
            return new BrandKey(agency, brand);
        }
    }

    /**
     * Asks for sums over the people and messages of partitions.
     *
     * @param days epoch days, ascending
     */
    record FiguresQuery(Scope scope, List<Integer> people, List<Integer> cascades, List<Integer> days) {}

    /**
     * Sums over people and messages.
     *
     * @param firstDay epoch day of the first engagement; {@code Integer.MAX_VALUE} without one
     * @param series encoded daily series
     * @param spread encoded spread ledger
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record FiguresAnswer(int firstDay, byte[] series, List<DayAnswer> days, byte[] spread) {}

    /**
     * Sums of one day.
     *
     * @param snapshot encoded counts of people
     * @param strength sum of strengths in millionths
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record DayAnswer(byte[] snapshot, long strength, List<TopPersonDays> top) {}

    /** Asks for a page of the people of partitions. */
    record PeopleQuery(
            Scope scope, List<Integer> people, LocalDate asOf, int window, PeopleSelection.Criteria criteria) {}

    /**
     * A page of people.
     *
     * @param firstDay epoch day of the first engagement; {@code Integer.MAX_VALUE} without one
     */
    record PeopleAnswer(int firstDay, PeopleSelection.Page page) {}

    /** A person and the partition that has the person's ledgers. */
    record PersonAt(int partition, UUID person) {}

    /** Asks for some people on some days. */
    record PersonsQuery(Scope scope, List<PersonAt> people, List<LocalDate> days, int window) {}

    /**
     * Some people on some days.
     *
     * @param known the people that have a ledger or are clients
     * @param days each person on each day with a relationship
     */
    record PersonsAnswer(List<UUID> known, List<PersonDayDetails> days) {}

    /**
     * Asks for the ledgers of a brand itself.
     *
     * @param days epoch days whose value and service windows are computed
     * @param period period whose value and service windows are computed; null for none, and for no spread ledger
     */
    record BrandQuery(
            Scope scope,
            int partition,
            List<Integer> days,
            @Nullable DayPeriod period) {}

    /**
     * The ledgers of a brand itself.
     *
     * @param day current epoch day; null before the first
     * @param history rises with every change of a day before the current one
     * @param outbound encoded outbound totals, and history changes by the day that they began on
     * @param windows value and service windows of each asked day
     * @param ofPeriod value and service windows of the asked period; null for none
     * @param spread encoded spread ledger of the last {@link SpreadLedger#DAYS_KEPT} days, if a period was asked for; null for none
     * @param status how the current day came about
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record BrandAnswer(
            @Nullable Integer day,
            long history,
            byte[] outbound,
            List<DayWindows> windows,
            @Nullable DayWindows ofPeriod,
            byte @Nullable [] spread,
            DayStatus status) {}

    /**
     * Asks for the sums of a period and for lists of the people of partitions.
     *
     * @param cascades empty if the messages of the period are known
     * @param compared another period, whose sums are computed in the same pass; null for none
     */
    record PeriodQuery(
            Scope scope,
            List<Integer> people,
            List<Integer> cascades,
            DayPeriod period,
            @Nullable DayPeriod compared,
            List<PeriodList> lists,
            List<PersonRange> ranges) {}

    /**
     * The sums of a period and lists of people.
     *
     * @param firstDay epoch day of the first engagement; {@code Integer.MAX_VALUE} without one
     * @param sums encoded daily series and counts of people
     * @param compared those of the compared period; null if none was asked for
     * @param spread encoded spread ledger
     * @param lists in the order of the query
     * @param ranges in no order; people of other partitions are left out
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record PeriodAnswer(
            int firstDay,
            byte[] sums,
            byte @Nullable [] compared,
            byte[] spread,
            List<PeopleSelection.Page> lists,
            List<PersonRange.RangeSums> ranges) {}

    /**
     * Asks for the latest posts of partitions up to a day.
     *
     * @param channel null for all channels
     */
    record ContentQuery(
            Scope scope,
            List<Integer> posts,
            LocalDate asOf,
            @Nullable String channel) {}

    /** The latest posts of each channel, at most {@value ContentSum#MAX_CHANNELS} channels. */
    record ContentAnswer(List<ChannelPosts> channels) {}

    /** Sums people and messages. */
    FiguresAnswer figures(FiguresQuery query);

    /** Selects a page of people. */
    PeopleAnswer people(PeopleQuery query);

    /** Judges some people on some days. */
    PersonsAnswer persons(PersonsQuery query);

    /** Sums a period and selects lists of people, in one pass. */
    PeriodAnswer period(PeriodQuery query);

    /** Reads the ledgers of a brand itself. */
    BrandAnswer brand(BrandQuery query);

    /** Reads the latest posts up to a day. */
    ContentAnswer content(ContentQuery query);
}
