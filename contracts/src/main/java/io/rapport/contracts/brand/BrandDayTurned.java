package io.rapport.contracts.brand;

import java.time.LocalDate;

/**
 * The current day of a brand. It never moves backwards.
 *
 * @param day the brand's current day
 * @param sequence rises with each turn
 */
public record BrandDayTurned(String agency, String brand, LocalDate day, long sequence) {}
