package io.rapport.report.domain.brand;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.AsOfDay;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/**
 * The figures of brands by day. Saves are idempotent.
 *
 * @param <S> the type of the published states
 */
public interface BrandDayRepository<S> {

    /** Saves states; of each day, the one with the highest sequence is kept. */
    void saveNewer(Collection<S> states);

    /** The figures that were published last. */
    Optional<S> findLatest(BrandKey brand);

    /** The figures of a day, or of the last day before it that has any. */
    Optional<S> findAsOf(BrandKey brand, LocalDate day);

    /** As {@link #findAsOf(BrandKey, LocalDate)}, on a day that was resolved; empty without a day. */
    default Optional<S> findAsOf(BrandKey brand, AsOfDay asOf) {
        return asOf.day() == null ? Optional.empty() : findAsOf(brand, asOf.day());
    }

    /** The first day that has figures. */
    Optional<LocalDate> findFirstDay(BrandKey brand);
}
