package io.rapport.contracts.model;

/**
 * Points from which a stage is reached, each in its own dimension and with all lower stages' reached.
 *
 * @param knows know points for {@code KNOWS}
 * @param likes like points for {@code LIKES}
 * @param trusts trust points for {@code TRUSTS}
 * @param advocates trust points for {@code ADVOCATE}
 * @param vouchingDays in how many days, the judged one included, they must have spoken up for the brand
 */
public record StageThresholds(double knows, double likes, double trusts, double advocates, int vouchingDays) {}
