package io.rapport.report.service;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.report.actions.ActionForm;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.engagement.TimelineEntry;
import io.rapport.report.domain.people.PersonInBrand;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.PageFormat;
import io.rapport.report.page.PersonName;
import io.rapport.report.people.PersonHandleRow;
import io.rapport.report.people.PersonRow;
import io.rapport.web.pages.PageText;
import java.time.LocalDate;
import java.time.ZoneId;
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
 * @param words the question; null if it has no text
 * @param act the form that records an action; null if the caller may not
 * @param instant when it was opened, in ISO 8601
 */
record OwedReplyRow(
        String name,
        String path,
        String dismissPath,
        String waiting,
        String since,
        String instant,
        PersonRow.PersonMark stage,
        String strength,
        String place,
        List<PersonRow.PersonMark> marks,
        List<PersonHandleRow> handles,
        @Nullable String words,
        @Nullable ActionForm act) {

    /**
     * The row of a person.
     *
     * @param zone of the times
     * @param question the message that waits; null if it is not known
     */
    static OwedReplyRow of(
            PersonInBrand person,
            AsOfDay asOf,
            String brandPath,
            ZoneId zone,
            @Nullable TimelineEntry question,
            @Nullable ActionForm act) {
        var state = person.state();
        var since = ServiceView.OwedReplyView.since(person);
        var owed = Objects.requireNonNullElse(state.owed(), 1);
        return new OwedReplyRow(
                PageText.line(PersonName.of(person.known())),
                brandPath + "/people/" + state.person() + "?direction=INBOUND" + BrandPageLink.asOf(asOf, "&")
                        + "#timeline",
                brandPath + "/people/" + state.person() + "/dismiss",
                waiting(LocalDate.ofInstant(since, zone), asOf.day()),
                text("service.since", owed, PageText.time(since, zone)),
                since.toString(),
                PersonRow.stage(state.stage()),
                PageFormat.number(state.strength()),
                PageFormat.place(person.top()),
                PersonRow.marks(person),
                PersonHandleRow.of(person.known().handles()),
                question == null ? null : question.details().text(),
                act);
    }

    private static String waiting(LocalDate asked, @Nullable LocalDate asOf) {
        var days = asOf == null ? 0 : ChronoUnit.DAYS.between(asked, asOf);
        return days < 1 ? text("service.under-a-day") : PageFormat.counted(days, "day");
    }
}
