package io.rapport.report.domain;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.score.RollingRor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A brand's figures, with the people behind them. */
public final class BrandReport {

    /** The windows there are, in days. */
    public static final Set<Integer> WINDOWS = new TreeSet<>(List.of(7, 30, 90));

    private final BrandDays days;
    private final PeopleReport people;

    /** A report from these projections. */
    public BrandReport(BrandDays days, PeopleReport people) {
        this.days = days;
        this.people = people;
    }

    /**
     * Return on Relationships over one window.
     *
     * @param topReturned who gave most
     * @param topInvested whom most was given to
     */
    public record Ror(
            Moment moment,
            RollingRor figures,
            List<PeopleReport.NamedTop> topReturned,
            List<PeopleReport.NamedTop> topInvested) {}

    /** The figures of a window, all zero before anything is known. */
    public Ror ror(BrandKey brand, Moment moment, int window) {
        var figures = at(brand, moment)
                .flatMap(state -> state.windows().stream()
                        .filter(each -> each.window() == window)
                        .findFirst())
                .orElseGet(() -> NothingYet.ror(window));
        return new Ror(
                moment,
                figures,
                top(brand, moment, Side.RETURNED, figures),
                top(brand, moment, Side.INVESTED, figures));
    }

    /** What became of every engagement. */
    public Balance balance(BrandKey brand, Moment moment) {
        return Balance.of(at(brand, moment).map(BrandScoreChanged::accounts).orElse(NothingYet.ACCOUNTS));
    }

    /** How many people have a relationship with the brand. */
    public long people(BrandKey brand, Moment moment) {
        return at(brand, moment).map(BrandScoreChanged::people).orElse(0L);
    }

    private Optional<BrandScoreChanged> at(BrandKey brand, Moment moment) {
        return moment.asOf() == null ? Optional.empty() : days.by(brand, moment.asOf());
    }

    private List<PeopleReport.NamedTop> top(BrandKey brand, Moment moment, Side side, RollingRor figures) {
        var total = side == Side.RETURNED ? figures.returned() : figures.invested();
        return people.top(brand, moment, new Relationships.TopQuery(side, figures.window(), TopPeople.MOST), total);
    }
}
