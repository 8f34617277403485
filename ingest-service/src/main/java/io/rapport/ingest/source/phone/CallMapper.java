package io.rapport.ingest.source.phone;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.ingest.domain.input.LocalTimestampParser;
import io.rapport.ingest.domain.source.SourceEngagement;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadNode;
import io.rapport.ingest.source.payload.SettingsReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Maps one call that has ended. */
final class CallMapper {

    private static final Pattern NOT_DIGITS = Pattern.compile("[^0-9+]");
    private static final BigDecimal SECONDS = BigDecimal.valueOf(60);

    private final SourceSettings settings;
    private final @Nullable ZoneId zone;
    private final PayloadMapping mapping;

    CallMapper(SourceSettings settings, @Nullable ZoneId zone, PayloadMapping mapping) {
        this.settings = settings;
        this.zone = zone;
        this.mapping = mapping;
    }

    void map(PayloadNode call) {
        var direction = direction(call.requireObject().at("direction"));
        var isInbound = direction == Direction.INBOUND;
        var id = call.at("id").requiredId();
        var other = call.firstOf("raw_digits", isInbound ? "from" : "to").id();
        var seconds = seconds(call);
        if (seconds == null) {
            mapping.ignore(isInbound ? "call.missed" : "call.unanswered");
        } else if (other == null || NOT_DIGITS.matcher(other).replaceAll("").length() < 4) {
            mapping.ignore("call.anonymous");
        } else {
            var account = account(call, isInbound);
            var contact = call.at("contact");
            var staff = call.firstOf("user", "agent");
            mapping.add(SourceEngagement.of("call:" + id, "phone", direction, EngagementKind.CALL, startedAt(call))
                    .with("actor.phone", other)
                    .with(
                            "actor.displayName",
                            PayloadNode.joinedText(contact.firstOf("first_name", "name"), contact.at("last_name")))
                    .with("actor.email", contact.at("email").text())
                    .with("staff.id", staff.isObject() ? staff.at("id").id() : null)
                    .with("staff.name", staff.isObject() ? staff.at("name").text() : staff.text())
                    .with("object.id", "call:" + id)
                    .with("value.minutes", seconds.signum() == 0 ? null : seconds.divide(SECONDS, 2, RoundingMode.UP))
                    .forAccount(account));
        }
    }

    private static Direction direction(PayloadNode direction) {
        return switch (direction.requiredText().strip().toLowerCase(Locale.ROOT)) {
            case "inbound", "in", "incoming" -> Direction.INBOUND;
            case "outbound", "out", "outgoing" -> Direction.OUTBOUND;
            default -> throw direction.wrong("has to be inbound or outbound");
        };
    }

    /** The length of the conversation; null for a call that was not answered. */
    private static @Nullable BigDecimal seconds(PayloadNode call) {
        var answered = call.at("answered");
        var aircall = call.at("answered_at");
        if (answered.isPresent() && !answered.flag() || call.names().contains("answered_at") && !aircall.isPresent()) {
            return null;
        }
        var written = call.firstOf("seconds", "duration");
        var end = call.at("ended_at");
        if (aircall.isPresent() && end.isPresent()) {
            return BigDecimal.valueOf(Math.max(
                    0,
                    end.requiredEpoch().getEpochSecond()
                            - aircall.requiredEpoch().getEpochSecond()));
        }
        var seconds = written.requiredDecimal();
        if (seconds.signum() < 0 || seconds.compareTo(BigDecimal.valueOf(86_400)) > 0) {
            throw written.wrong("has to be a number of seconds, a day at most");
        }
        return !answered.isPresent() && seconds.signum() == 0 ? null : seconds;
    }

    /** A time with an offset, else a local one of the zone of the call or of the connection. */
    private Instant startedAt(PayloadNode call) {
        var start = call.firstOf("startedAt", "started_at");
        if (!start.isText()) {
            return start.requiredEpoch();
        }
        var read = zone(call);
        var parsed = new LocalTimestampParser(read == null ? ZoneOffset.UTC : read, null)
                .parse(start.requiredText())
                .filter(LocalTimestampParser.LocalTimestamp::hasTime)
                .orElseThrow(() -> start.wrong("has to be a date and a time"));
        if (read == null && !parsed.hasOffset()) {
            throw start.wrong("has no offset: set the setting zone");
        }
        return parsed.instant();
    }

    private @Nullable ZoneId zone(PayloadNode call) {
        var own = call.at("zone");
        try {
            return own.isPresent() ? ZoneId.of(own.requiredText()) : zone;
        } catch (DateTimeException e) {
            throw own.wrong("has to be a time zone, such as Europe/Oslo");
        }
    }

    private String account(PayloadNode call, boolean isInbound) {
        var number = call.at("number");
        var written = number.isObject() ? number.at("digits") : call.at(isInbound ? "to" : "from");
        var digits = Optional.ofNullable(written.id())
                .map(text -> NOT_DIGITS.matcher(text).replaceAll(""));
        return digits.filter(settings::isAccount)
                .or(() -> SettingsReader.onlyAccount(settings))
                .or(() -> digits)
                .orElseThrow(written::missing);
    }
}
