package io.rapport.report.domain;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.BrandScoreChanged;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/** A brand's figures, the newest of each day. */
public interface BrandDays {

    /** Takes states in; of each day the newest stays. */
    void take(BrandKey brand, Collection<BrandScoreChanged> states);

    /** The figures of the latest day. */
    Optional<BrandScoreChanged> latest(BrandKey brand);

    /** The figures published by the end of a day: that day's, or those of the last day before it. */
    Optional<BrandScoreChanged> by(BrandKey brand, LocalDate day);

    /** The first day anything is known of. */
    Optional<LocalDate> first(BrandKey brand);
}
