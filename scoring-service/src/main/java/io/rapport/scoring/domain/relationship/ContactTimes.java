package io.rapport.scoring.domain.relationship;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days of contact.
 *
 * @param firstSeen day of the first inbound engagement; null if there was none
 * @param lastSeen day of the last inbound engagement; null if there was none
 * @param lastTouch day of the last engagement in either direction except POST and VISIT; null if there was none
 * @param warmth 100 on the day of the last touch, halved with each half-life; 0 if there was none
 */
public record ContactTimes(
        @Nullable LocalDate firstSeen,
        @Nullable LocalDate lastSeen,
        @Nullable LocalDate lastTouch,
        double warmth) {}
