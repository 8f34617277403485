package io.rapport.contracts.brand;

/**
 * A goal of a brand for each month.
 *
 * @param figure the figure, such as {@code clientsSeenShare}; readers leave out those they do not know
 * @param target the value to reach, in the unit of the figure
 */
public record BrandGoal(String figure, double target) {}
