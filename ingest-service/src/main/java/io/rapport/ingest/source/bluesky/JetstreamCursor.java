package io.rapport.ingest.source.bluesky;

import io.rapport.ingest.source.payload.AccountCursors;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A position in the stream.
 *
 * @param time the time of the last event in epoch microseconds, which need not be unique; 0 before the first event
 * @param events how many events with this time were read
 */
record JetstreamCursor(long time, int events) {

    private static final JetstreamCursor FIRST = new JetstreamCursor(0, 0);
    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})\\+(\\d{1,9})");

    /** Reads a cursor; malformed text is read as the cursor of a first page, {@code from:} and an instant as that of a backfill. */
    static JetstreamCursor parse(@Nullable String text) {
        var from = AccountCursors.backfill(text);
        if (from.isPresent()) {
            return backfill(from.get());
        }
        var matcher = TEXT.matcher(text == null ? "" : text);
        return matcher.matches()
                ? new JetstreamCursor(Long.parseLong(matcher.group(1)), Integer.parseInt(matcher.group(2)))
                : FIRST;
    }

    /** The position after an event; an event that is older than the last one does not change it. */
    JetstreamCursor after(long eventTime) {
        if (eventTime < time) {
            return this;
        }
        return new JetstreamCursor(eventTime, eventTime == time ? events + 1 : 1);
    }

    boolean isFirst() {
        return time == 0;
    }

    /** The cursor as text. */
    String text() {
        return time + "+" + events;
    }

    private static JetstreamCursor backfill(String from) {
        try {
            return new JetstreamCursor(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(from)), 0);
        } catch (DateTimeException | ArithmeticException e) {
            return FIRST;
        }
    }
}
