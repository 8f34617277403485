package io.rapport.contracts.model;

/**
 * The points at which a stage is reached, each in its own dimension. A stage requires all lower stages.
 *
 * @param knows know points for {@code KNOWS}
 * @param likes like points for {@code LIKES}
 * @param trusts trust points for {@code TRUSTS}
 * @param advocates trust points for {@code ADVOCATE}
 * @param vouchingDays the number of days, including the day of the score, within which the person must have vouched for the brand
 */
public record StageThresholds(double knows, double likes, double trusts, double advocates, int vouchingDays) {}
