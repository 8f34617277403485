package io.rapport.report.mongo;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.BrandDays;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/** A brand's figures, one document per day. */
public final class MongoDays<S> implements BrandDays<S> {

    private final DayStates<S> days;

    MongoDays(DayStates<S> days) {
        this.days = days;
    }

    void createIndexes() {
        days.createIndexes();
    }

    @Override
    public void take(BrandKey brand, Collection<S> states) {
        days.take(states, state -> brand.key());
    }

    @Override
    public Optional<S> latest(BrandKey brand) {
        return days.latest(brand.key());
    }

    @Override
    public Optional<S> by(BrandKey brand, LocalDate day) {
        return days.by(brand.key(), day);
    }

    @Override
    public Optional<LocalDate> first(BrandKey brand) {
        return days.first(brand.key());
    }
}
