package io.rapport.report.domain;

import java.util.Optional;

/**
 * An order and its direction; ties are broken by person id.
 *
 * @param descending whether the largest come first
 */
public record Sorting(PeopleOrder by, boolean descending) {

    /** Strongest first. */
    public static final Sorting STRONGEST = new Sorting(PeopleOrder.STRENGTH, true);

    /** Reads {@code strength} or {@code -strength}: the minus puts the largest first. */
    public static Optional<Sorting> of(String text) {
        var descending = text.startsWith("-");
        return PeopleOrder.named(descending ? text.substring(1) : text).map(by -> new Sorting(by, descending));
    }

    /** As {@link #of} reads it. */
    public String text() {
        return (descending ? "-" : "") + by.field();
    }
}
