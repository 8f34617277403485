package io.rapport.report.web;

import io.rapport.report.domain.Moment;
import io.rapport.report.domain.PersonInBrand;
import io.rapport.web.pages.PageText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who waits for an answer, in the list of the service page.
 *
 * @param waiting for how long, in days
 * @param instant when they asked, for machines
 */
record OwedRow(
        String name,
        String path,
        String waiting,
        String since,
        String instant,
        String stage,
        String strength,
        List<PersonRow.Mark> marks,
        List<HandleRow> handles) {

    static OwedRow of(PersonInBrand person, Moment moment, String brandPath) {
        var state = person.state();
        var since = ServiceView.Owed.since(person);
        var owed = Objects.requireNonNullElse(state.owed(), 1);
        return new OwedRow(
                PageText.line(person.name()),
                brandPath + "/people/" + state.person() + "?direction=INBOUND#timeline",
                waiting(since, moment.asOf()),
                (owed > 1 ? owed + " conversations, the first since " : "since ") + PageText.time(since),
                since.toString(),
                Show.word(state.stage()),
                Show.number(state.strength()),
                PersonRow.marks(person),
                HandleRow.of(person.known().handles()));
    }

    private static String waiting(Instant since, @Nullable LocalDate asOf) {
        var asked = since.atZone(ZoneOffset.UTC).toLocalDate();
        var days = asOf == null ? 0 : ChronoUnit.DAYS.between(asked, asOf);
        return days < 1 ? "under a day" : Show.counted(days, "day");
    }
}
