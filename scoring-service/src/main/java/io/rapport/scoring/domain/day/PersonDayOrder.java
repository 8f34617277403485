package io.rapport.scoring.domain.day;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Order of a list of people: by a figure, then by person id.
 *
 * @param figure the figure
 * @param descending largest first
 */
public record PersonDayOrder(Figure figure, boolean descending) implements Comparator<PersonDay> {

    /** A figure that people are ordered by; a day that does not exist sorts before all others. */
    public enum Figure {
        /** Strength. */
        STRENGTH(PersonDay::strength),
        /** Dimension know. */
        KNOW(PersonDay::know),
        /** Dimension like. */
        LIKE(PersonDay::like),
        /** Dimension trust. */
        TRUST(PersonDay::trust),
        /** Warmth. */
        WARMTH(PersonDay::warmth),
        /** Reciprocity. */
        RECIPROCITY(PersonDay::reciprocity),
        /** Decayed return. */
        THEY_TO_US(PersonDay::theyToUs),
        /** Decayed effort. */
        US_TO_THEM(PersonDay::usToThem),
        /** Return of the window. */
        RETURNED(PersonDay::returned),
        /** Effort of the window. */
        INVESTED(PersonDay::invested),
        /** Day of the first inbound engagement. */
        FIRST_SEEN(day -> epochDay(day.firstSeen())),
        /** Day of the last inbound engagement. */
        LAST_SEEN(day -> epochDay(day.lastSeen())),
        /** Time since when an answer is owed; people who are owed none come last. */
        OWED_SINCE(day ->
                day.owedSince() == null ? Long.MAX_VALUE : day.owedSince().toEpochMilli());

        private final ToDoubleFunction<PersonDay> value;

        Figure(ToDoubleFunction<PersonDay> value) {
            this.value = value;
        }

        private static double epochDay(@Nullable LocalDate day) {
            return day == null ? Integer.MIN_VALUE : day.toEpochDay();
        }
    }

    /**
     * A position between two people of a list.
     *
     * @param value value of the figure of the person before it
     * @param person that person
     */
    public record Position(double value, UUID person) {}

    /** The position after a person. */
    public Position after(PersonDay day) {
        return new Position(value(day), day.person());
    }

    /** Whether a person comes after a position. */
    boolean isAfter(PersonDay day, Position position) {
        return compare(value(day), day.person(), position.value, position.person) > 0;
    }

    @Override
    public int compare(PersonDay one, PersonDay other) {
        return compare(value(one), one.person(), value(other), other.person());
    }

    private double value(PersonDay day) {
        return figure.value.applyAsDouble(day);
    }

    private int compare(double value, UUID person, double otherValue, UUID other) {
        var byValue = Double.compare(value, otherValue);
        var ordered = descending ? -byValue : byValue;
        return ordered != 0 ? ordered : person.compareTo(other);
    }
}
