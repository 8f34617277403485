package io.rapport.scoring.query;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A day before the first or after the current day of a brand. */
public final class DayOutOfRangeException extends RuntimeException {

    private final transient @Nullable LocalDate first;
    private final transient LocalDate last;

    DayOutOfRangeException(LocalDate day, @Nullable LocalDate first, LocalDate last) {
        super(
                first == null
                        ? "The day " + day + " is after the brand's current day " + last + "."
                        : "The day " + day + " is not within the brand's days from " + first + " to " + last + ".");
        this.first = first;
        this.last = last;
    }

    /** First day of the brand; null if it was not computed. */
    public @Nullable LocalDate first() {
        return first;
    }

    /** Current day of the brand. */
    public LocalDate last() {
        return last;
    }
}
