package io.rapport.ingest.domain.input;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/** The order of day and month in dates such as {@code 3/4/2026}. */
public enum DateOrder {
    DMY,
    MDY;

    static final Pattern AMBIGUOUS = Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4}|\\d{2})(?!\\d).*");

    private static final int MONTHS = 12;

    /** Whether a value does not determine its order itself. */
    public static boolean isAmbiguous(String value) {
        var date = AMBIGUOUS.matcher(value.strip());
        return date.matches() && number(date.group(1)) <= MONTHS && number(date.group(2)) <= MONTHS;
    }

    /** The order that the values of a column determine; empty when none does, or when they contradict each other. */
    public static Optional<DateOrder> of(Collection<String> values) {
        var dayFirst = false;
        var monthFirst = false;
        for (var value : values) {
            var date = AMBIGUOUS.matcher(value.strip());
            if (date.matches()) {
                dayFirst |= number(date.group(1)) > MONTHS;
                monthFirst |= number(date.group(2)) > MONTHS;
            }
        }
        return dayFirst == monthFirst ? Optional.empty() : Optional.of(dayFirst ? DMY : MDY);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
