package io.rapport.ingest.source.calendar;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.ValuedProperty;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.ingest.domain.source.SourceEngagement;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.OwnAddresses;
import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadShapeException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Maps the events of one calendar. Each person who attends has a meeting in both directions: the person gives attention, and
 * the brand time, which is shared among all who attend.
 */
final class CalendarEventMapper {

    private static final int MAX_ITEMS = 20_000;
    private static final int MAX_MEETING = 10;
    private static final int MAX_TITLE = 200;
    private static final Duration MAX_DURATION = Duration.ofHours(24);
    private static final Pattern SPEAKING =
            Pattern.compile("(?i).*\\b(speak(er|ing)?|talk|keynote|panel|podcast)\\b.*");

    private final ICalendar calendar;
    private final OwnAddresses own;
    private final TimeZone zone;
    private final Instant at;
    private final PayloadMapping mapping;
    private final Map<String, Set<Instant>> moved;

    CalendarEventMapper(
            ICalendar calendar, SourceSettings settings, TimeZone zone, Instant at, PayloadMapping mapping) {
        this.calendar = calendar;
        this.own = new OwnAddresses(settings);
        this.zone = zone;
        this.at = at;
        this.mapping = mapping;
        this.moved = moved(calendar);
    }

    /**
     * Maps all events.
     *
     * @throws PayloadShapeException if there are more than 20 000 items
     */
    void map() {
        var events = calendar.getEvents();
        for (var i = 0; i < events.size(); i++) {
            var event = events.get(i);
            var path = "/VEVENT/" + i;
            mapping.entry(() -> mapSafely(event, path));
            if (mapping.size() > MAX_ITEMS) {
                throw PayloadShapeException.of(
                        "The calendar has more than %d engagements: deliver it in parts.".formatted(MAX_ITEMS), "");
            }
        }
    }

    /** The library fails on some recurrences that no program writes. */
    private void mapSafely(VEvent event, String path) {
        try {
            map(event, path);
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            throw PayloadShapeException.of("The recurrence of the event cannot be read.", path);
        }
    }

    private void map(VEvent event, String path) {
        var uid = text(event.getUid());
        var start = start(event.getDateStart());
        if (uid == null || start == null) {
            throw PayloadShapeException.missing(path + (uid == null ? "/UID" : "/DTSTART"));
        }
        var parties = CalendarParty.of(event);
        var others =
                parties.stream().filter(each -> !own.contains(each.address())).toList();
        var account = parties.stream()
                .flatMap(each -> own.account(each.address()).stream())
                .findFirst()
                .or(own::only);
        var reason = ignored(event, others, account);
        if (reason.isPresent()) {
            mapping.ignore(reason.get());
            return;
        }
        var mapper = new OccurrenceMapper(event, uid, account.orElseThrow(), parties, others);
        for (var occurrence : occurrences(event, uid, start)) {
            if (mapping.size() > MAX_ITEMS) {
                return;
            }
            mapper.map(occurrence);
        }
    }

    private Optional<String> ignored(VEvent event, List<CalendarParty> others, Optional<String> account) {
        var classification = event.getClassification();
        if (classification != null && !classification.isPublic()) {
            return Optional.of("event.private");
        }
        if (others.isEmpty() || account.isEmpty()) {
            return Optional.of(others.isEmpty() ? "event.without-others" : "event.of-others");
        }
        if (isReply() && others.stream().noneMatch(CalendarEventMapper::hasDeclined)) {
            return Optional.of("event.reply");
        }
        if (!EventRecurrence.recurs(event)) {
            return Optional.empty();
        }
        return EventRecurrence.isTooFrequent(event)
                ? Optional.of("event.too-frequent")
                : isCancelled(event) ? Optional.of("event.cancelled-series") : Optional.empty();
    }

    private List<CalendarOccurrence> occurrences(VEvent event, String uid, Instant start) {
        if (EventRecurrence.recurs(event)) {
            return EventRecurrence.begun(event, zone(event), moved.getOrDefault(uid, Set.of()), at);
        }
        var original = start(event.getRecurrenceId());
        if (start.isAfter(at)) {
            mapping.ignore("event.future");
            return List.of();
        }
        return List.of(new CalendarOccurrence(original == null ? "" : original.toString(), start));
    }

    /** The original starts of the occurrences that are events of their own, by the UID of their series. */
    private static Map<String, Set<Instant>> moved(ICalendar calendar) {
        var moved = new HashMap<String, Set<Instant>>();
        for (var event : calendar.getEvents()) {
            var uid = text(event.getUid());
            var original = start(event.getRecurrenceId());
            if (uid != null && original != null) {
                moved.computeIfAbsent(uid, key -> new HashSet<>()).add(original);
            }
        }
        return moved;
    }

    private TimeZone zone(VEvent event) {
        var info = calendar.getTimezoneInfo();
        var assigned = info.getTimezone(event.getDateStart());
        return info.isFloating(event.getDateStart()) || assigned == null ? zone : assigned.getTimeZone();
    }

    private boolean isReply() {
        return calendar.getMethod() != null && calendar.getMethod().isReply();
    }

    private boolean isCancelled(VEvent event) {
        return calendar.getMethod() != null && calendar.getMethod().isCancel()
                || event.getStatus() != null && event.getStatus().isCancelled();
    }

    private static boolean hasDeclined(CalendarParty party) {
        return party.answer() == CalendarParty.Answer.DECLINED;
    }

    private static @Nullable Instant start(@Nullable DateOrDateTimeProperty property) {
        return property == null || property.getValue() == null
                ? null
                : property.getValue().toInstant();
    }

    private static @Nullable String text(@Nullable ValuedProperty<String> property) {
        var value = property == null ? null : property.getValue();
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Maps the occurrences of one event. */
    private final class OccurrenceMapper {

        private final VEvent event;
        private final String uid;
        private final String account;
        private final Optional<CalendarParty> staff;
        private final List<CalendarParty> others;
        private final @Nullable BigDecimal minutes;
        private final @Nullable String title;
        private final @Nullable Long revision;

        OccurrenceMapper(
                VEvent event, String uid, String account, List<CalendarParty> parties, List<CalendarParty> others) {
            this.event = event;
            this.uid = uid;
            this.account = account;
            this.staff = parties.stream()
                    .filter(each -> own.contains(each.address()))
                    .findFirst();
            this.others = others;
            this.minutes = minutes(event, others);
            this.title = title(event);
            this.revision = revision(event);
        }

        void map(CalendarOccurrence occurrence) {
            for (var party : others) {
                var isWithdrawn = isCancelled(event) || hasDeclined(party);
                if (!isWithdrawn && party.answer() == CalendarParty.Answer.NONE) {
                    mapping.ignore("attendee.unanswered");
                } else if (!isReply() || isWithdrawn) {
                    add(occurrence, party, Direction.INBOUND, isWithdrawn);
                    add(occurrence, party, Direction.OUTBOUND, isWithdrawn);
                }
            }
        }

        /** The address is part of an id only as a digest that cannot be computed without the UID, which is not published. */
        private void add(CalendarOccurrence occurrence, CalendarParty party, Direction direction, boolean isWithdrawn) {
            var meeting = DeterministicIds.of("calendar", uid + "\n" + occurrence.key());
            var id = DeterministicIds.of("calendar", uid + "\n" + occurrence.key() + "\n" + party.address());
            var isOurs = direction == Direction.OUTBOUND;
            var engagement = SourceEngagement.of(
                            "meeting:" + id + (isOurs ? ":out" : ":in"),
                            others.size() > MAX_MEETING ? "event" : "meeting",
                            direction,
                            isOurs || !isInvitation(party) ? EngagementKind.MEETING : EngagementKind.INVITATION,
                            occurrence.start())
                    .with("actor.id", party.address())
                    .with("actor.displayName", party.name())
                    .with("actor.email", party.address())
                    .with("object.conversation", meeting.toString())
                    .with("content.text", title)
                    .with("value.minutes", isOurs ? minutes : null)
                    .with("staff.name", isOurs ? staff.map(CalendarParty::label).orElse(null) : null);
            mapping.add(engagement.forAccount(account, revision, isWithdrawn));
        }

        /** Whether another organiser asks the brand to speak. */
        private boolean isInvitation(CalendarParty party) {
            return party.isOrganizer()
                    && event.getCategories().stream()
                            .flatMap(each -> each.getValues().stream())
                            .anyMatch(category -> SPEAKING.matcher(category).matches());
        }

        /** The time of the brand for one of the attendees; null if the event does not contain it, or is longer than a day. */
        private static @Nullable BigDecimal minutes(VEvent event, List<CalendarParty> others) {
            var start = start(event.getDateStart());
            var end = start(event.getDateEnd());
            var length = event.getDuration() == null || event.getDuration().getValue() == null
                    ? null
                    : Duration.ofMillis(event.getDuration().getValue().toMillis());
            var duration = end == null || start == null ? length : Duration.between(start, end);
            if (duration == null || duration.isNegative() || duration.compareTo(MAX_DURATION) > 0) {
                return null;
            }
            var attending = others.stream()
                    .filter(each -> each.answer() == CalendarParty.Answer.ATTENDS)
                    .count();
            var minutes = BigDecimal.valueOf(duration.toMinutes())
                    .divide(BigDecimal.valueOf(Math.max(1, attending)), 1, RoundingMode.HALF_UP);
            return minutes.signum() == 0 ? null : minutes;
        }

        private static @Nullable String title(VEvent event) {
            var summary = text(event.getSummary());
            return summary == null ? null : summary.substring(0, Math.min(MAX_TITLE, summary.length()));
        }

        private static @Nullable Long revision(VEvent event) {
            var changed = event.getLastModified();
            if (changed != null && changed.getValue() != null) {
                return changed.getValue().getTime();
            }
            var sequence = event.getSequence();
            return sequence == null || sequence.getValue() == null || sequence.getValue() < 0
                    ? null
                    : Long.valueOf(sequence.getValue());
        }
    }
}
