package io.rapport.ingest.domain.input;

import io.rapport.contracts.UtcTimestamp;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.text.TextCleaner;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads timestamps: ISO 8601 or another of {@link TimestampFormats}, with an offset, or a number where the source has an
 * epoch unit; from 2004 to the time of receipt plus clock skew. The message of a rejection
 * names the probable mistake, such as epoch seconds or a missing offset.
 */
public final class TimestampReader {

    static final Instant EARLIEST = Instant.parse("2004-01-01T00:00:00Z");
    private static final Instant EARLIEST_DIGITAL = Instant.parse("1900-01-01T00:00:00Z");
    static final Duration MAX_CLOCK_SKEW = Duration.ofMinutes(5);

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,20}(\\.\\d+)?");
    private static final Pattern NO_OFFSET = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}.*[^Zz]");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final long MILLIS = 1000;
    private static final BigDecimal MAX_EPOCH = new BigDecimal("1e17");

    private TimestampReader() {}

    /**
     * Reads a required timestamp, truncated to milliseconds.
     *
     * @param epoch the unit of timestamps that are numbers; null when the source writes none
     */
    public static Instant read(InputFields fields, String name, Instant receivedAt, @Nullable EpochUnit epoch) {
        var value = fields.required(name, fields.value(name));
        var path = fields.path(name);
        var timestamp = parse(path, value, receivedAt, epoch).truncatedTo(ChronoUnit.MILLIS);
        if (timestamp.isAfter(receivedAt.plus(MAX_CLOCK_SKEW))) {
            throw inTheFuture(path, timestamp, receivedAt);
        }
        if (timestamp.isBefore(EARLIEST)) {
            throw tooOld(path, timestamp, receivedAt);
        }
        return timestamp;
    }

    private static Instant parse(String path, Object value, Instant receivedAt, @Nullable EpochUnit epoch) {
        var text = value.toString().strip();
        var utc = UtcTimestamp.parse(text);
        if (utc != null) {
            return utc;
        }
        if (value instanceof Number || NUMBER.matcher(text).matches()) {
            return Optional.ofNullable(epoch)
                    .flatMap(unit -> ofEpoch(text, unit))
                    .orElseThrow(() -> notIso(path, text, receivedAt));
        }
        return TimestampFormats.parse(text)
                .orElseThrow(() -> InputRejectedException.invalid(
                        path, "is '%s': %s".formatted(TextCleaner.abbreviate(text), correctionHint(text))));
    }

    private static Optional<Instant> ofEpoch(String text, EpochUnit unit) {
        try {
            var millis = new BigDecimal(text).multiply(unit.millis());
            return millis.abs().compareTo(MAX_EPOCH) > 0
                    ? Optional.empty()
                    : Optional.of(Instant.ofEpochMilli(millis.longValue()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String correctionHint(String text) {
        if (DAY.matcher(text).matches()) {
            return "a day without a time of day. Send both, such as " + text + "T12:00:00Z.";
        }
        if (NO_OFFSET.matcher(text).matches()) {
            return "it has no offset, or one that cannot be read. Append Z for UTC, or the offset, such as +02:00.";
        }
        return "not a timestamp in ISO 8601, such as 2026-01-31T14:05:00Z.";
    }

    private static InputRejectedException notIso(String path, String text, Instant receivedAt) {
        return InputRejectedException.invalid(
                path,
                "is the number %s, but has to be ISO 8601, such as 2026-01-31T14:05:00Z. %s"
                        .formatted(TextCleaner.abbreviate(text), epochHint(text, receivedAt)));
    }

    private static String epochHint(String text, Instant receivedAt) {
        var number = new BigDecimal(text.length() > 30 ? "0" : text).longValue();
        return plausible(number, MILLIS, receivedAt)
                .map(timestamp ->
                        "It looks like seconds since 1970: " + timestamp + ". Send epoch=SECONDS with the request.")
                .or(() -> plausible(number, 1, receivedAt)
                        .map(timestamp -> "It looks like milliseconds since 1970: " + timestamp
                                + ". Send epoch=MILLISECONDS with the request."))
                .orElse("It fits neither seconds nor milliseconds since 1970.");
    }

    private static InputRejectedException inTheFuture(String path, Instant timestamp, Instant receivedAt) {
        var hint = plausible(Math.floorDiv(timestamp.getEpochSecond(), MILLIS), MILLIS, receivedAt)
                .map(suggested -> " It looks like milliseconds that were read as seconds: " + suggested + ".")
                .orElse(" Check the clock and the time zone of the source.");
        return new InputRejectedException(
                RejectionCode.IN_THE_FUTURE,
                path,
                "%s is %s, more than 5 minutes after the time of receipt (%s).%s"
                        .formatted(path, timestamp, receivedAt, hint));
    }

    private static InputRejectedException tooOld(String path, Instant timestamp, Instant receivedAt) {
        var hint = Optional.of(timestamp)
                .filter(m -> m.isAfter(EARLIEST_DIGITAL))
                .flatMap(m -> plausible(m.toEpochMilli(), MILLIS, receivedAt))
                .map(suggested -> " It looks like seconds that were read as milliseconds: " + suggested + ".")
                .orElse("");
        return new InputRejectedException(
                RejectionCode.TOO_OLD,
                path,
                "%s is %s; timestamps before 2004 are not accepted.%s".formatted(path, timestamp, hint));
    }

    private static Optional<Instant> plausible(long number, long millisEach, Instant receivedAt) {
        try {
            var timestamp = Instant.ofEpochMilli(Math.multiplyExact(number, millisEach));
            return Optional.of(timestamp)
                    .filter(m -> m.isAfter(EARLIEST) && m.isBefore(receivedAt.plus(Duration.ofDays(366))));
        } catch (ArithmeticException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
