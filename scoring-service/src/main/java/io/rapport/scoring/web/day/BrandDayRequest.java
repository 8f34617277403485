package io.rapport.scoring.web.day;

import org.jspecify.annotations.Nullable;

/**
 * Sets the day of a brand.
 *
 * @param day yyyy-MM-dd
 * @param reason up to 500 characters; null for none
 */
record BrandDayRequest(@Nullable String day, @Nullable String reason) {}
