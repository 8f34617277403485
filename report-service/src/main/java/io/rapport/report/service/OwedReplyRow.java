package io.rapport.report.service;

import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.people.PersonInBrand;
import io.rapport.report.page.PageFormat;
import io.rapport.report.people.PersonHandleRow;
import io.rapport.report.people.PersonRow;
import io.rapport.web.pages.PageText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person who is owed a reply, in the list of the service page.
 *
 * @param path of the person's timeline
 * @param dismissPath of the form that marks the questions as needing no answer
 * @param waiting the days since the oldest unanswered conversation was opened
 * @param place by strength, such as {@code top 5 %}; empty if it is not known
 * @param instant when it was opened, in ISO 8601
 */
public record OwedReplyRow(
        String name,
        String path,
        String dismissPath,
        String waiting,
        String since,
        String instant,
        String stage,
        String strength,
        String place,
        List<PersonRow.PersonMark> marks,
        List<PersonHandleRow> handles) {

    /** The row of a person. */
    public static OwedReplyRow of(PersonInBrand person, AsOfDay asOf, String brandPath) {
        var state = person.state();
        var since = ServiceView.OwedReplyView.since(person);
        var owed = Objects.requireNonNullElse(state.owed(), 1);
        return new OwedReplyRow(
                PageText.line(person.name()),
                brandPath + "/people/" + state.person() + "?direction=INBOUND" + earlier(asOf) + "#timeline",
                brandPath + "/people/" + state.person() + "/dismiss",
                waiting(since, asOf.day()),
                (owed > 1 ? owed + " conversations, the first since " : "since ") + PageText.time(since),
                since.toString(),
                PageFormat.label(state.stage()),
                PageFormat.number(state.strength()),
                PageFormat.place(person.top()),
                PersonRow.marks(person),
                PersonHandleRow.of(person.known().handles()));
    }

    private static String earlier(AsOfDay asOf) {
        return asOf.current() || asOf.day() == null ? "" : "&asOf=" + asOf.day();
    }

    private static String waiting(Instant since, @Nullable LocalDate asOf) {
        var asked = since.atZone(ZoneOffset.UTC).toLocalDate();
        var days = asOf == null ? 0 : ChronoUnit.DAYS.between(asked, asOf);
        return days < 1 ? "under a day" : PageFormat.counted(days, "day");
    }
}
