package io.rapport.ingest.domain.link;

import io.rapport.ingest.domain.input.InputFields;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.text.TextCleaner;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request for a client link.
 *
 * @param name who it is for
 * @param month the only month that it shows; null for all of the brand
 * @param validity the time until it expires
 * @param password in clear; null for none
 */
record ClientLinkRequest(
        String name,
        @Nullable YearMonth month,
        Duration validity,
        @Nullable String password) {

    private static final int MAX_NAME = 100;
    private static final int MAX_MONTH = 7;
    private static final int MAX_PASSWORD = 72;
    private static final long DEFAULT_DAYS = 30;
    private static final long MAX_DAYS = 366;

    static ClientLinkRequest read(Map<?, ?> body) {
        var fields = InputFields.of(body);
        return new ClientLinkRequest(
                fields.required("name", fields.line("name", MAX_NAME)),
                month(fields.line("month", MAX_MONTH)),
                Duration.ofDays(days(fields)),
                fields.text("password", MAX_PASSWORD));
    }

    private static long days(InputFields fields) {
        var days = fields.count("days", MAX_DAYS);
        if (days == null) {
            return DEFAULT_DAYS;
        }
        if (days == 0) {
            throw InputRejectedException.invalid("days", "is 0, but has to be from 1 to " + MAX_DAYS + ".");
        }
        return days;
    }

    private static @Nullable YearMonth month(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw InputRejectedException.invalid(
                    "month",
                    "is '%s', but has to be a month, such as 2026-10.".formatted(TextCleaner.abbreviate(text)));
        }
    }

    /** Omits the password, which must not be logged. */
    @Override
    public String toString() {
        return "ClientLinkRequest[month=" + month + ", validity=" + validity + "]";
    }
}
