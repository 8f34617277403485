package io.rapport.contracts.tie;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tie between two people of a brand: the full state. It has no direction except in the referrals; {@code person} is the one
 * whose id is first as text.
 *
 * @param firstDay the first day with any contact between them
 * @param lastDay the last one
 * @param weight the contacts, as {@link TieDay#points} counts those of a day, each halved with every 60 days up to {@code lastDay}; on a later day
 *     it is this weight halved with every 60 days since
 * @param messages how often one replied to, quoted or shared a message of the other
 * @param events how many events both attended
 * @param referrals how often the person referred the other
 * @param referredBy how often the other referred the person
 * @param sequence rises by at least 1 per key; drop what is not newer
 * @param mentions how often one mentioned the other in a message; null in events of earlier versions
 * @param days the contacts of each day with any, ascending: at most the latest {@link #MAX_DAYS} days; null in events of earlier
 *     versions. With them the tie of an earlier day is {@link TieDay#weight}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RecordBuilder
public record RelationshipTieChanged(
        String agency,
        String brand,
        UUID person,
        UUID other,
        LocalDate firstDay,
        LocalDate lastDay,
        double weight,
        long messages,
        long events,
        long referrals,
        long referredBy,
        long sequence,
        @Nullable Long mentions,
        @Nullable List<TieDay> days) {

    /** The highest number of days. */
    public static final int MAX_DAYS = 1_000;

    /** The brand's key. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }
}
