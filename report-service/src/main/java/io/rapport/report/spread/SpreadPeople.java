package io.rapport.report.spread;

import io.rapport.contracts.BrandKey;
import io.rapport.report.days.PeriodQuery;
import io.rapport.report.days.PeriodReport;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.domain.people.PersonInBrand;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.spread.SpreadPeopleView.CarrierView;
import io.rapport.web.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The people behind the figures of spread: those with a message of a tone in a window, from the ledgers of the scoring service. */
public final class SpreadPeople {

    private static final int MAX_PEOPLE = 500;
    private static final String STRONGEST = "-strength";
    private static final Duration RETRY_AFTER = Duration.ofMinutes(5);

    private final Optional<PeriodReport> periods;
    private final PersonDirectory directory;

    /**
     * People of these periods.
     *
     * @param periods empty without a scoring service: requests then fail with 503
     */
    public SpreadPeople(Optional<PeriodReport> periods, PersonDirectory directory) {
        this.periods = periods;
        this.directory = directory;
    }

    /** The tone of messages. */
    enum Tone {
        POSITIVE,
        NEGATIVE;

        /** The value of the parameter. */
        String value() {
            return name().toLowerCase(Locale.ENGLISH);
        }

        static Tone of(@Nullable String value) {
            return List.of(values()).stream()
                    .filter(tone -> tone.value().equals(value))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid("tone", "tone is positive or negative.")
                            .asException());
        }
    }

    SpreadPeopleView find(BrandKey brand, AsOfDay asOf, int window, Tone tone) {
        var day = asOf.day();
        if (day == null) {
            return new SpreadPeopleView(window, null, tone.value(), 0, List.of());
        }
        var list = new PeriodQuery.ListQuery(null, tone.name(), null, null, null, null, STRONGEST, MAX_PEOPLE);
        var first = day.minusDays(window - 1L);
        var query = new PeriodQuery(first, day, first.minusDays(window), null, List.of(list), List.of());
        var found = periods().find(brand, query).lists().get(0);
        var known = directory.findAll(
                brand,
                found.people().stream().map(each -> each.state().person()).toList());
        var path = BrandPageLink.path(brand.agency(), brand.brand());
        var items = found.people().stream()
                .map(each -> new PersonInBrand(known.apply(each.state().person()), each.state(), each.top()))
                .map(person -> CarrierView.of(
                        person, BrandPageLink.person(path, person.state().person(), asOf)))
                .toList();
        return new SpreadPeopleView(window, day, tone.value(), found.count(), items);
    }

    private PeriodReport periods() {
        return periods.orElseThrow(() -> Problem.unavailable(
                "The people behind spread are found by the scoring service: set RAPPORT_SCORING_URL.", RETRY_AFTER));
    }
}
