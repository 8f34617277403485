package io.rapport.contracts.tie;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The contacts between two people on one day. A count that is 0 is left out.
 *
 * @param messages how often one replied to, quoted or shared a message of the other
 * @param mentions how often one mentioned the other in a message
 * @param events how many events both attended
 * @param referrals how often the person referred the other
 * @param referredBy how often the other referred the person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RecordBuilder
public record TieDay(
        LocalDate day,
        @Nullable Long messages,
        @Nullable Long mentions,
        @Nullable Long events,
        @Nullable Long referrals,
        @Nullable Long referredBy) {

    private static final long CAP = 20;
    private static final double HALF_LIFE = 60;

    /**
     * What the contacts of the day count: at most 20 of each sort. Of messages and mentions the larger number counts, because a reply
     * usually mentions the author of the message it answers.
     */
    public long points() {
        return Math.max(capped(messages), capped(mentions)) + capped(events) + capped(referrals) + capped(referredBy);
    }

    /** The weight of some days on a later or equal day: their points, halved with every 60 days since. */
    public static double weight(List<TieDay> days, LocalDate on) {
        return days.stream()
                .mapToDouble(each -> each.points() * Math.pow(2, -ChronoUnit.DAYS.between(each.day, on) / HALF_LIFE))
                .sum();
    }

    private static long capped(@Nullable Long count) {
        return Math.min(CAP, Objects.requireNonNullElse(count, 0L));
    }
}
