package io.rapport.web.pages;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** Formats untrusted text and times for pages, so that a text cannot affect the layout around it. */
public final class PageText {

    private static final int MAX_LENGTH = 120;
    private static final ZoneId UTC = ZoneId.of("UTC");

    // Bidirectional controls, line ends, invisible characters and unpaired surrogates. Joiners of emoji and of letters
    // of some scripts are kept.
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\s\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u00AD\\u061C\\u115F\\u1160\\u180E\\u200B"
                    + "\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\u3164\\uFEFF\\uFFA0\\uFFF9-\\uFFFB]+");
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{M}\\u200C\\u200D]*");
    // Stacked combining marks, more than any language uses, overlap the lines around.
    private static final Pattern STACKED_MARKS = Pattern.compile("(\\p{M}{4})\\p{M}+");
    private static final MessageBundle MESSAGES = MessageBundle.shared();

    private PageText() {}

    /** An untrusted text on one line, without invisible characters, truncated to 120 characters and an ellipsis. */
    public static String line(String text) {
        var visible = STACKED_MARKS
                .matcher(INVISIBLE.matcher(text).replaceAll(" "))
                .replaceAll("$1")
                .strip();
        if (BLANK.matcher(visible).matches()) {
            return MESSAGES.get("text.blank");
        }
        return visible.codePointCount(0, visible.length()) <= MAX_LENGTH
                ? visible
                : visible.substring(0, visible.offsetByCodePoints(0, MAX_LENGTH)) + "…";
    }

    /** A time to the minute, in UTC. */
    public static String time(Instant time) {
        return time(time, UTC);
    }

    /** A time to the minute in a time zone, with the zone's short name, in the current language. */
    public static String time(Instant time, ZoneId zone) {
        return DateTimeFormatter.ofPattern(
                        MESSAGES.get("text.time"), PageLanguage.current().locale())
                .format(time.atZone(zone));
    }
}
