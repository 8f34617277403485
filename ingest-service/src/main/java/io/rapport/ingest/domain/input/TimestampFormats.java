package io.rapport.ingest.domain.input;

import io.rapport.contracts.UtcTimestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The formats of timestamps with an offset: ISO 8601, also with a blank for {@code T} or before the offset and with an offset
 * without a colon; RFC 2822 as in e-mail; and the format of X, {@code Mon May 04 09:12:00 +0000 2026}.
 */
public final class TimestampFormats {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u202F]+");
    private static final Pattern COMMENT = Pattern.compile("\\s*\\([^)]*\\)\\s*$");
    private static final Pattern DAY_OF_WEEK =
            Pattern.compile("^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\\.?,?\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ISO = Pattern.compile(
            "([+-]?\\d{4,9}-\\d{2}-\\d{2})[Tt ](\\d{2}:\\d{2}(?::\\d{2})?)(?:[.,](\\d{1,9})\\d*)? ?(Z|z|[A-Za-z]{2,4}|[+-]\\d{2}(?::?\\d{2})?(?::\\d{2})?|(?:UTC|GMT)[+-]\\d{2}:?\\d{2})");

    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("UT", "Z"),
            Map.entry("UTC", "Z"),
            Map.entry("GMT", "Z"),
            Map.entry("EST", "-0500"),
            Map.entry("EDT", "-0400"),
            Map.entry("CST", "-0600"),
            Map.entry("CDT", "-0500"),
            Map.entry("MST", "-0700"),
            Map.entry("MDT", "-0600"),
            Map.entry("PST", "-0800"),
            Map.entry("PDT", "-0700"));

    private static final Pattern NAMED_ZONE = Pattern.compile("\\b(UTC?|GMT|[ECMP][SD]T)\\b(?![+-])");
    private static final Pattern ZONE_WITH_OFFSET = Pattern.compile("\\b(?:UTC|GMT)(?=[+-]\\d)");

    /** Without the day of the week, which is redundant. */
    private static final List<DateTimeFormatter> WORDY = List.of(
            wordy("d MMM uuuu H:mm[:ss] XX"),
            wordy("d MMM uuuu H:mm[:ss] XXX"),
            wordy("MMM d H:mm:ss XX uuuu"),
            wordy("MMM d H:mm:ss X uuuu"),
            wordy("MMM d uuuu H:mm:ss XX"));

    private TimestampFormats() {}

    /** Parses a timestamp; empty when it has none of the formats or no offset. */
    public static Optional<Instant> parse(String written) {
        var exact = UtcTimestamp.parse(written);
        return exact == null ? parseAny(written) : Optional.of(exact);
    }

    private static Optional<Instant> parseAny(String written) {
        var text = BLANKS.matcher(written).replaceAll(" ").strip();
        var iso = ISO.matcher(text);
        if (iso.matches()) {
            var fraction = iso.group(3) == null ? "" : "." + iso.group(3);
            return offset(iso.group(4))
                    .flatMap(offset -> attempt(
                            DateTimeFormatter.ISO_OFFSET_DATE_TIME,
                            withSign(iso.group(1)) + "T" + iso.group(2) + fraction + offset));
        }
        var numeric =
                DAY_OF_WEEK.matcher(COMMENT.matcher(text).replaceFirst("")).replaceFirst("");
        var bare = ZONE_WITH_OFFSET.matcher(named(numeric)).replaceAll("");
        return WORDY.stream().flatMap(format -> attempt(format, bare).stream()).findFirst();
    }

    /** The offset in the form that ISO 8601 requires; empty for an unknown zone name, which may be ambiguous. */
    private static Optional<String> offset(String written) {
        var zone = written.toUpperCase(Locale.ROOT);
        var offset = ZONES.getOrDefault(zone, ZONE_WITH_OFFSET.matcher(zone).replaceFirst(""));
        if (offset.equals("Z")) {
            return Optional.of(offset);
        }
        if (!offset.startsWith("+") && !offset.startsWith("-")) {
            return Optional.empty();
        }
        return Optional.of(
                offset.length() == 3
                        ? offset + ":00"
                        : offset.contains(":") ? offset : offset.substring(0, 3) + ":" + offset.substring(3));
    }

    private static String named(String text) {
        return NAMED_ZONE.matcher(text).replaceAll(zone -> {
            var offset = ZONES.getOrDefault(zone.group(1), zone.group(1));
            return offset.equals("Z") ? "+0000" : offset;
        });
    }

    /** Some platforms write years beyond 9999 without the sign that ISO 8601 requires. */
    private static String withSign(String date) {
        return date.indexOf('-', 1) > 4 && Character.isDigit(date.charAt(0)) ? "+" + date : date;
    }

    private static Optional<Instant> attempt(DateTimeFormatter format, String text) {
        try {
            return Optional.of(format.parse(text, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter wordy(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
    }
}
