package io.rapport.ingest.domain.registration;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.BrandRegisteredBuilder;
import io.rapport.contracts.brand.StaffHandle;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.contact.ContactHasher;
import io.rapport.ingest.domain.input.EnumValueReader;
import io.rapport.ingest.domain.input.InputFields;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.text.TextCleaner;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the body of a brand registration. */
final class BrandRegistrationReader {

    private static final int MAX_NAME = 200;
    private static final int MAX_STAFF = 1_000;
    private static final int MAX_MARKERS = 100;
    private static final int MAX_MARKER = 100;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final long MAX_TARGET = 60 * 24 * 30;

    private BrandRegistrationReader() {}

    /** Reads the new state of a brand. */
    static BrandRegistered read(BrandKey brand, Map<?, ?> body, long version, Instant at, ContactHasher hasher) {
        var fields = InputFields.of(body);
        var staff = new StaffHandleReader(hasher, brand.agency());
        return BrandRegisteredBuilder.builder()
                .agency(brand.agency())
                .brand(brand.brand())
                .name(fields.required("name", fields.line("name", MAX_NAME)))
                .timeZone(timeZone(fields))
                .clock(clock(fields))
                .staff(fields.objects("staff", MAX_STAFF).stream()
                        .map(each -> staff.read(each, "id", each.requiredChannel()))
                        .distinct()
                        .toList())
                .paidMarkers(fields.lines("paidMarkers", MAX_MARKERS, MAX_MARKER))
                .answerTargetMinutes(answerTarget(fields))
                .version(version)
                .at(at)
                .country(country(fields))
                .prices(fields.optionalObject("prices")
                        .map(PriceListReader::read)
                        .orElse(null))
                .bots(BotRuleReader.read(fields))
                .build();
    }

    /** Returns the staff, or rejects it if it exceeds the maximum. */
    static List<StaffHandle> requireStaffLimit(List<StaffHandle> staff) {
        if (staff.size() > MAX_STAFF) {
            throw new InputRejectedException(
                    RejectionCode.TOO_LARGE,
                    "The brand would have %d staff handles; the maximum is %d.".formatted(staff.size(), MAX_STAFF));
        }
        return staff;
    }

    private static String timeZone(InputFields fields) {
        var zone = fields.requiredId("timeZone", MAX_NAME);
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw InputRejectedException.invalid(
                    "timeZone",
                    "is '%s', but has to be an IANA time zone, such as Europe/Berlin or UTC."
                            .formatted(TextCleaner.abbreviate(zone)));
        }
        return zone;
    }

    private static @Nullable String country(InputFields fields) {
        var code = fields.id("country", 2);
        if (code == null) {
            return null;
        }
        var upper = code.toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(upper)) {
            throw InputRejectedException.invalid(
                    "country",
                    "is '%s', but has to be an ISO 3166-1 alpha-2 code, such as NO or DE."
                            .formatted(TextCleaner.abbreviate(code)));
        }
        return upper;
    }

    private static BrandClock clock(InputFields fields) {
        var clock = fields.value("clock");
        return clock == null ? BrandClock.LIVE : EnumValueReader.read(BrandClock.class, clock, "clock");
    }

    private static @Nullable Integer answerTarget(InputFields fields) {
        var minutes = fields.count("answerTargetMinutes", MAX_TARGET);
        if (minutes != null && minutes == 0) {
            throw InputRejectedException.invalid("answerTargetMinutes", "is 0; leave it out where there is no target.");
        }
        return minutes == null ? null : minutes.intValue();
    }
}
