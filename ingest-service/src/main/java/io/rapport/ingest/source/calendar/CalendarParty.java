package io.rapport.ingest.source.calendar;

import biweekly.component.VEvent;
import biweekly.parameter.CalendarUserType;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Organizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An organiser or attendee of an event.
 *
 * @param address in lower case
 * @param name null if the calendar does not contain it
 */
record CalendarParty(String address, @Nullable String name, Answer answer, boolean isOrganizer) {

    private static final int MAX_PARTIES = 2_000;
    private static final Set<CalendarUserType> THINGS =
            Set.of(CalendarUserType.ROOM, CalendarUserType.RESOURCE, CalendarUserType.GROUP);

    /** What a party replied to the invitation. */
    enum Answer {
        ATTENDS,
        DECLINED,
        NONE
    }

    /** The people of an event, each once: rooms, groups, and parties without an e-mail address are left out. */
    static List<CalendarParty> of(VEvent event) {
        var parties = new LinkedHashMap<String, CalendarParty>();
        var organizer = event.getOrganizer();
        var host = organizer == null ? null : host(organizer);
        if (host != null) {
            parties.put(host.address(), host);
        }
        for (var attendee : event.getAttendees()) {
            var address = address(attendee.getEmail(), attendee.getUri());
            if (address != null && !isThing(attendee) && parties.size() < MAX_PARTIES) {
                parties.putIfAbsent(
                        address,
                        new CalendarParty(
                                address, attendee.getCommonName(), answer(attendee.getParticipationStatus()), false));
            }
        }
        return List.copyOf(parties.values());
    }

    /** The name, else the part of the address before the @. */
    String label() {
        return name == null || name.isBlank() ? address.substring(0, address.indexOf('@')) : name;
    }

    private static @Nullable CalendarParty host(Organizer organizer) {
        var address = address(organizer.getEmail(), organizer.getUri());
        return address == null ? null : new CalendarParty(address, organizer.getCommonName(), Answer.ATTENDS, true);
    }

    private static boolean isThing(Attendee attendee) {
        var type = attendee.getCalendarUserType();
        return type != null && THINGS.contains(type);
    }

    /** Without a status, as in exports of webinars, an attendee attends. */
    private static Answer answer(@Nullable ParticipationStatus status) {
        if (status == null
                || status.equals(ParticipationStatus.ACCEPTED)
                || status.equals(ParticipationStatus.TENTATIVE)
                || status.equals(ParticipationStatus.COMPLETED)) {
            return Answer.ATTENDS;
        }
        return status.equals(ParticipationStatus.DECLINED) ? Answer.DECLINED : Answer.NONE;
    }

    private static @Nullable String address(@Nullable String email, @Nullable String uri) {
        var written = email != null ? email : uri == null ? "" : uri.replaceFirst("(?i)^mailto:", "");
        var address = written.strip().toLowerCase(Locale.ROOT);
        return address.matches("[^@\\s:]{1,64}@[^@\\s:]{1,255}") ? address : null;
    }
}
