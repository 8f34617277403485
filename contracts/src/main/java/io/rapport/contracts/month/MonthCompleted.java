package io.rapport.contracts.month;

import io.rapport.contracts.BrandKey;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The newest month of a brand that is over: the brand's day is in a later one, and the figures of its last day are known. A
 * month is completed once, also if the brand's day turns back.
 *
 * @param month as {@code 2026-10}
 * @param from the first day of the month
 * @param to the last day of the month
 * @param path of the month at the address of the installation; of the REST resource with {@code /v1} before it
 * @param sequence rises by one with each month
 * @param at when it was noticed
 */
public record MonthCompleted(
        String agency,
        String brand,
        String month,
        LocalDate from,
        LocalDate to,
        String path,
        long sequence,
        Instant at) {

    /** The brand's key. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }
}
