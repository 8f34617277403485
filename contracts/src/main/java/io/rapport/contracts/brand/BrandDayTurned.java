package io.rapport.contracts.brand;

import java.time.LocalDate;

/**
 * The day it is for a brand. It only ever moves forward.
 *
 * @param day the brand's current day
 * @param sequence rises with each turn
 */
public record BrandDayTurned(String agency, String brand, LocalDate day, long sequence) {}
