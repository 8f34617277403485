package io.rapport.report.month;

import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.people.PersonInBrand;
import io.rapport.report.domain.people.RorSide;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.PageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Maps people to the lines of the month: a name, one reason and one link. */
final class MonthLineMapper {

    private static final long NEGLECTED_DAYS = 60;

    private final String brandPath;
    private final AsOfDay asOf;

    MonthLineMapper(String brandPath, AsOfDay asOf) {
        this.brandPath = brandPath;
        this.asOf = asOf;
    }

    MonthPerson newcomer(PersonInBrand person) {
        var first = person.state().firstSeen();
        return line(person, "New: turned to the brand for the first time on " + PageFormat.day(first) + ".", first);
    }

    MonthPerson returning(PersonInBrand person) {
        var last = person.state().lastSeen();
        return line(person, "Came again, as in the days before; last on " + PageFormat.day(last) + ".", last);
    }

    MonthPerson cameBack(PersonInBrand person) {
        var last = person.state().lastSeen();
        return line(person, "Back after a silence; last seen on " + PageFormat.day(last) + ".", last);
    }

    MonthPerson wentQuiet(PersonInBrand person) {
        var last = person.state().lastSeen();
        var who = person.state().client() ? "A client who has been silent since " : "Silent since ";
        return line(person, who + PageFormat.day(last) + ".", last);
    }

    MonthPerson deservesThanks(PersonInBrand person, @Nullable Instant thanked) {
        var before = thanked == null ? "was never thanked" : "was last thanked on " + PageFormat.day(day(thanked));
        return line(person, "Gave " + returned(person) + " in these days and " + before + ".", null);
    }

    MonthPerson thanked(PersonInBrand person, Instant thanked) {
        var reason =
                "Gave " + returned(person) + " in these days and was thanked on " + PageFormat.day(day(thanked)) + ".";
        return line(person, reason, day(thanked));
    }

    MonthPerson owed(PersonInBrand person, @Nullable String question) {
        var since = Objects.requireNonNull(person.state().owedSince(), "A person who is owed a reply has a date since");
        var link = BrandPageLink.person(brandPath, person.state().person(), asOf) + "#timeline";
        return new MonthPerson(
                person.state().person(),
                person.name(),
                "Waits for an answer since " + PageFormat.day(day(since)) + ".",
                day(since),
                question,
                link);
    }

    MonthPerson advocate(PersonInBrand person, @Nullable String words) {
        var state = person.state();
        return new MonthPerson(
                state.person(),
                person.name(),
                "Advocate since " + PageFormat.day(state.stageSince()) + ".",
                state.stageSince(),
                words,
                link(state));
    }

    MonthPerson captive(PersonInBrand person) {
        return line(
                person,
                "At stage " + PageFormat.label(person.state().stage()) + ".",
                person.state().lastSeen());
    }

    MonthClient client(PersonInBrand person) {
        var state = person.state();
        var touched = state.lastTouch();
        var isNeglected = touched == null || touched.until(state.asOf(), ChronoUnit.DAYS) > NEGLECTED_DAYS;
        var reason = touched == null
                ? "Nobody has been in touch yet."
                : "Last in touch on " + PageFormat.day(touched) + (isNeglected ? ": neglected." : ".");
        return new MonthClient(
                line(person, reason, touched), state.know(), state.usToThem(), person.top(), isNeglected);
    }

    private MonthPerson line(PersonInBrand person, String reason, @Nullable LocalDate since) {
        return new MonthPerson(person.state().person(), person.name(), reason, since, null, link(person.state()));
    }

    private String link(RelationshipScoreChanged state) {
        return BrandPageLink.person(brandPath, state.person(), asOf);
    }

    private static String returned(PersonInBrand person) {
        var points = person.state().windows().stream()
                .filter(sums -> sums.window() == MonthReport.WINDOW)
                .mapToDouble(RorSide.RETURNED::amount)
                .sum();
        return PageFormat.number(points) + " points";
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
