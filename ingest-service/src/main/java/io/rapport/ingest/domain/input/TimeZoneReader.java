package io.rapport.ingest.domain.input;

import io.rapport.ingest.domain.text.TextCleaner;
import java.time.ZoneId;

/** Reads IANA time zones. Offsets and abbreviations are not accepted. */
public final class TimeZoneReader {

    private TimeZoneReader() {}

    /**
     * Reads a zone.
     *
     * @param field the field that holds the zone
     * @throws InputRejectedException if there is no such zone
     */
    public static ZoneId read(String field, String zone) {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw InputRejectedException.invalid(
                    field,
                    "is '%s', but has to be an IANA time zone, such as Europe/Berlin or UTC."
                            .formatted(TextCleaner.abbreviate(zone)));
        }
        return ZoneId.of(zone);
    }
}
