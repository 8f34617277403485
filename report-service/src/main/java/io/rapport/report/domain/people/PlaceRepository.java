package io.rapport.report.domain.people;

import io.rapport.contracts.BrandKey;

/** The places of a brand's people by strength, on its current day. */
public interface PlaceRepository {

    /** The strengths of all people of a brand, as of at most a minute ago. */
    StrengthHistogram findStrengths(BrandKey brand);
}
