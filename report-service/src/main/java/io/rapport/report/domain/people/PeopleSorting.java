package io.rapport.report.domain.people;

import java.util.Optional;

/**
 * A sort order. Ties are broken by person id.
 *
 * @param descending whether high values come first
 */
public record PeopleSorting(PeopleOrder by, boolean descending) {

    /** Strongest first. */
    public static final PeopleSorting STRONGEST = new PeopleSorting(PeopleOrder.STRENGTH, true);

    /** Parses {@code strength} or {@code -strength}; a minus means descending. */
    public static Optional<PeopleSorting> parse(String text) {
        var descending = text.startsWith("-");
        return PeopleOrder.fromField(descending ? text.substring(1) : text)
                .map(by -> new PeopleSorting(by, descending));
    }

    /** The inverse of {@link #parse}. */
    public String format() {
        return (descending ? "-" : "") + by.field();
    }
}
