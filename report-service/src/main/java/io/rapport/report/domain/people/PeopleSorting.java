package io.rapport.report.domain.people;

import java.util.Optional;

/**
 * An order and its direction; ties are broken by person id.
 *
 * @param descending whether the largest come first
 */
public record PeopleSorting(PeopleOrder by, boolean descending) {

    /** Strongest first. */
    public static final PeopleSorting STRONGEST = new PeopleSorting(PeopleOrder.STRENGTH, true);

    /** Reads {@code strength} or {@code -strength}: the minus puts the largest first. */
    public static Optional<PeopleSorting> parse(String text) {
        var descending = text.startsWith("-");
        return PeopleOrder.fromField(descending ? text.substring(1) : text).map(by -> new PeopleSorting(by, descending));
    }

    /** As {@link #parse} reads it. */
    public String format() {
        return (descending ? "-" : "") + by.field();
    }
}
