package io.rapport.report.domain.brand;

import io.rapport.contracts.BrandKey;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/**
 * A brand's figures of one kind, the newest of each day.
 *
 * @param <S> the state that is published
 */
public interface BrandDayRepository<S> {

    /** Takes states in; of each day the newest stays. */
    void saveNewer(BrandKey brand, Collection<S> states);

    /** The figures of the latest day. */
    Optional<S> findLatest(BrandKey brand);

    /** The figures published by the end of a day: that day's, or those of the last day before it. */
    Optional<S> findAsOf(BrandKey brand, LocalDate day);

    /** The first day anything is known of. */
    Optional<LocalDate> findFirstDay(BrandKey brand);
}
