package io.rapport.ingest.domain.mapping;

import io.rapport.ingest.domain.input.LocalTimestampParser;
import io.rapport.ingest.domain.text.AmountParser;
import io.rapport.ingest.domain.text.DecimalMark;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads times without an offset and numbers as their file writes them, and counts what it has to assume. */
final class MappedValueReader {

    private static final String AMOUNT = "value.amount";
    private static final Pattern NO_SYMBOL = Pattern.compile("[^\\p{L}\\p{Sc}]+");
    private static final Pattern DIGITS = Pattern.compile("[+-]?\\d+(?:\\.\\d+)?");
    private static final Pattern RISING_AMOUNT = Pattern.compile("amount:(.*):(\\d)");
    private static final int CENTS = 2;
    private static final Pattern DURATION = Pattern.compile("duration:(\\d{1,9}(?::\\d{2}){0,2})");
    private static final int SECONDS = 60;
    private static final Pattern LIST_SEPARATORS = Pattern.compile("\\s*[,;]\\s*");

    private final EngagementFileColumns columns;
    private final EngagementMapping mapping;
    private final ZoneId zone;
    private final LocalTimestampParser times;
    private final DecimalMark amountMark;
    private final DecimalMark followersMark;
    private final boolean hasOwnTimes;
    private int timesWithoutOffset;
    private int firstWithoutOffset;
    private int daysOnly;
    private int firstDayOnly;

    MappedValueReader(EngagementFileColumns columns, ColumnSample sample, ZoneId brandZone) {
        this.columns = columns;
        this.mapping = columns.mapping();
        var named = mapping.zone();
        this.zone = named == null ? brandZone : named;
        var dates = mapping.dates();
        this.times = new LocalTimestampParser(
                zone, dates == null ? sample.dateOrder(columns.columnsOf("occurredAt")) : dates);
        this.hasOwnTimes = columns.isOwnForm() && named == null && dates == null;
        this.amountMark = sample.decimalMark(columns.columnsOf(AMOUNT));
        this.followersMark = sample.decimalMark(columns.columnsOf("actor.followers"));
    }

    /** Reads the value of a field; a value that it cannot read is returned as it is, for the intake to judge. */
    String read(String field, String value, int line) {
        return switch (field) {
            case "occurredAt" -> hasOwnTimes ? value : time(value, line);
            case "value.minutes" -> minutes(value);
            case AMOUNT, "content.rating" -> number(value, amountMark);
            case "value.visits" -> number(value, DecimalMark.UNKNOWN);
            case "actor.followers" -> number(value, followersMark);
            case "revision" -> revision(value);
            case "content.topics" ->
                columns.isOwnForm() || value.indexOf('|') >= 0
                        ? value
                        : LIST_SEPARATORS.matcher(value).replaceAll("|");
            default -> value;
        };
    }

    /** Reads minutes: a number, or a duration that a preset writes as {@code duration:1:05:30} or in seconds. */
    private String minutes(String value) {
        var duration = DURATION.matcher(value.strip());
        if (!duration.matches()) {
            return number(value, amountMark);
        }
        var seconds = 0L;
        for (var part : duration.group(1).split(":")) {
            seconds = seconds * SECONDS + Long.parseLong(part);
        }
        return seconds == 0
                ? ""
                : BigDecimal.valueOf(seconds)
                        .divide(BigDecimal.valueOf(SECONDS), 2, RoundingMode.UP)
                        .toPlainString();
    }

    List<MappingNote> notes() {
        var notes = new ArrayList<MappingNote>();
        if (timesWithoutOffset > 0) {
            notes.add(new MappingNote(
                    firstWithoutOffset,
                    "%d times have no offset and were read in %s%s. Name another zone with zone=."
                            .formatted(
                                    timesWithoutOffset,
                                    zone,
                                    mapping.zone() == null ? ", the time zone of the brand" : "")));
        }
        if (daysOnly > 0) {
            notes.add(new MappingNote(
                    firstDayOnly, "%d dates have no time of day and were read as 12:00.".formatted(daysOnly)));
        }
        return notes;
    }

    private String time(String value, int line) {
        if (mapping.epoch() != null && DIGITS.matcher(value.strip()).matches()) {
            return value;
        }
        var read = times.parse(value);
        if (read.isEmpty()) {
            return value;
        }
        if (!read.get().hasOffset() && timesWithoutOffset++ == 0) {
            firstWithoutOffset = line;
        }
        if (!read.get().hasTime() && daysOnly++ == 0) {
            firstDayOnly = line;
        }
        return read.get().instant().toString();
    }

    /**
     * Reads a revision: a whole number, the time of the edit, or an amount that only rises, which a preset writes as
     * {@code amount:12.50:1}. The digit behind orders states of the same amount.
     */
    private String revision(String value) {
        var rising = RISING_AMOUNT.matcher(value.strip());
        if (rising.matches()) {
            return AmountParser.parse(rising.group(1), amountMark)
                    .map(amount -> amount.value()
                                    .movePointRight(CENTS)
                                    .setScale(0, RoundingMode.HALF_UP)
                                    .toPlainString()
                            + rising.group(2))
                    .orElse(value);
        }
        return DIGITS.matcher(value.strip()).matches()
                ? value
                : times.parse(value)
                        .map(time -> String.valueOf(time.instant().toEpochMilli()))
                        .orElse(value);
    }

    /** Rewrites an amount in plain digits, with the symbol of its currency behind. */
    private static String number(String value, DecimalMark mark) {
        return AmountParser.parse(value, mark)
                .map(amount ->
                        amount.value().toPlainString() + (amount.currencies().isEmpty() ? "" : " " + symbol(value)))
                .orElse(value);
    }

    private static String symbol(String amount) {
        return NO_SYMBOL.matcher(amount).replaceAll("");
    }
}
