package io.rapport.web.pages;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** How what came from outside is written on pages: a name must not reach beyond itself. */
public final class PageText {

    private static final int LONGEST = 120;

    // What turns the direction of what follows it, ends the line, cannot be seen or is half a character. What joins
    // emoji
    // and letters of some scripts stays.
    private static final Pattern UNSEEN =
            Pattern.compile("[\\s\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u00AD\\u061C\\u115F\\u1160\\u180E\\u200B"
                    + "\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\u3164\\uFEFF\\uFFA0\\uFFF9-\\uFFFB]+");
    private static final Pattern NOTHING = Pattern.compile("[\\s\\p{Z}\\p{M}\\u200C\\u200D]*");
    // More marks above and below a letter than any language writes grow over the lines around.
    private static final Pattern TOWER = Pattern.compile("(\\p{M}{4})\\p{M}+");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH);

    private PageText() {}

    /** Words from outside on one line, without what cannot be seen, and not endless: at most 120 characters and an ellipsis. */
    public static String line(String text) {
        var seen = TOWER.matcher(UNSEEN.matcher(text).replaceAll(" "))
                .replaceAll("$1")
                .strip();
        if (NOTHING.matcher(seen).matches()) {
            return "(nothing to see)";
        }
        return seen.codePointCount(0, seen.length()) <= LONGEST
                ? seen
                : seen.substring(0, seen.offsetByCodePoints(0, LONGEST)) + "…";
    }

    /** A moment, to the minute. */
    public static String time(Instant time) {
        return TIME.format(time.atOffset(ZoneOffset.UTC));
    }
}
