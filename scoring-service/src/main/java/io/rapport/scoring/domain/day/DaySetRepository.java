package io.rapport.scoring.domain.day;

import io.rapport.contracts.brand.BrandDaySet;

/** Published decisions about the current days of brands. */
public interface DaySetRepository {

    /**
     * Publishes a decision. When the method returns, it is durable and the current day of the brand follows it.
     *
     * @throws io.rapport.scoring.domain.model.ModelRepository.PublicationFailedException if the broker does not acknowledge it,
     *     or the brand does not follow it in time; publishing it again is safe
     */
    void publish(BrandDaySet set);
}
