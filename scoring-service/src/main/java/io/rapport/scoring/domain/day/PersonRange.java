package io.rapport.scoring.domain.day;

import java.time.LocalDate;
import java.util.UUID;

/** A person and a range of days, both ends included. */
public record PersonRange(UUID person, LocalDate from, LocalDate to) {

    /**
     * What the person and the brand gave one another in these days, without decay.
     *
     * @param engagements number of inbound engagements, without a cap
     */
    public record RangeSums(
            UUID person, LocalDate from, LocalDate to, double returned, double invested, long engagements) {}
}
