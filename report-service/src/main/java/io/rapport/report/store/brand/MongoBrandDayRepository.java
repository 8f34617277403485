package io.rapport.report.store.brand;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.brand.BrandDayRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/** A brand's figures, one document per day. */
public final class MongoBrandDayRepository<S> implements BrandDayRepository<S> {

    private final DailyStateCollection<S> days;

    public MongoBrandDayRepository(DailyStateCollection<S> days) {
        this.days = days;
    }

    public void createIndexes() {
        days.createIndexes();
    }

    @Override
    public void saveNewer(BrandKey brand, Collection<S> states) {
        days.saveNewer(states, state -> brand.key());
    }

    @Override
    public Optional<S> findLatest(BrandKey brand) {
        return days.findLatest(brand.key());
    }

    @Override
    public Optional<S> findAsOf(BrandKey brand, LocalDate day) {
        return days.findAsOf(brand.key(), day);
    }

    @Override
    public Optional<LocalDate> findFirstDay(BrandKey brand) {
        return days.findFirstDay(brand.key());
    }
}
