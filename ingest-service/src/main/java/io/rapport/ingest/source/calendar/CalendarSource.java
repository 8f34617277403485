package io.rapport.ingest.source.calendar;

import biweekly.io.text.ICalReader;
import io.rapport.ingest.domain.source.EngagementSource;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.mapped.SharedSecretVerifier;
import io.rapport.ingest.source.payload.ChangedDocumentFetcher;
import io.rapport.ingest.source.payload.OwnAddresses;
import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadShapeException;
import io.rapport.ingest.source.payload.SettingsReader;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

/**
 * Maps iCalendar. An account is an address of the brand ({@code hello@acme.example}), or a domain for all its addresses
 * ({@code @acme.example}): an organiser or attendee with one of these is staff. Events count once they have begun.
 */
public final class CalendarSource implements EngagementSource {

    private static final String CALENDARS = "calendars";

    private static final List<String> STEPS = List.of(
            "Enter the secret addresses of the calendars in iCalendar format as the setting calendars, a list of https addresses: they are fetched.",
            "A calendar program may also deliver its file to {hook} with Content-Type: text/calendar, again after each change and each day, with the secret of this connection as Authorization: Bearer.",
            "Enter each address of the brand, or its domain as @acme.example, as account here. The setting zone is the time zone of times without one (UTC without it).");

    /** The entry of this source in the list of sources. */
    public static SourceDefinition definition() {
        return new SourceDefinition(
                "Calendar",
                new CalendarSource(),
                new SharedSecretVerifier(),
                new ChangedDocumentFetcher(CALENDARS, false),
                List.of(SharedSecretVerifier.SECRET),
                STEPS);
    }

    @Override
    public String name() {
        return "calendar";
    }

    @Override
    public SourceMapping map(SourcePayload payload, SourceSettings settings) {
        return map(payload, settings, Instant.MAX);
    }

    @Override
    public SourceMapping map(SourcePayload payload, SourceSettings settings, Instant at) {
        return PayloadMapping.of(mapping -> {
            var zone = TimeZone.getTimeZone(SettingsReader.zone(settings).orElse(ZoneOffset.UTC));
            requireWhole(payload.text().toUpperCase(Locale.ROOT));
            var found = false;
            try (var reader = new ICalReader(payload.text())) {
                reader.setDefaultTimezone(zone);
                for (var calendar = reader.readNext(); calendar != null; calendar = reader.readNext()) {
                    found = true;
                    new CalendarEventMapper(calendar, settings, zone, at, mapping).map();
                }
            } catch (IOException e) {
                throw PayloadShapeException.of("The calendar cannot be read.", "");
            }
            if (!found) {
                throw PayloadShapeException.of("The document is not a calendar: it has no VCALENDAR.", "");
            }
        });
    }

    /** Of a calendar whose transfer was cut, the last event would lack some of its properties. */
    private static void requireWhole(String calendar) {
        if (calendar.lastIndexOf("BEGIN:") > calendar.lastIndexOf("END:VCALENDAR")) {
            throw PayloadShapeException.of("The calendar is cut off: it has no END:VCALENDAR.", "");
        }
    }

    @Override
    public void requireValid(SourceSettings settings) {
        new OwnAddresses(settings).requireValid();
        ChangedDocumentFetcher.requireAddresses(settings, CALENDARS);
        SettingsReader.requireValidZone(settings);
    }
}
