package io.rapport.report.domain;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.score.RollingRor;
import io.rapport.contracts.score.ServiceWindow;
import io.rapport.contracts.score.ValueWindow;
import io.rapport.contracts.sentiment.SentimentSpreadChanged;
import io.rapport.contracts.sentiment.WindowSpread;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A brand's figures, with the people behind them. */
public final class BrandReport {

    /** The windows there are, in days. */
    public static final Set<Integer> WINDOWS = new TreeSet<>(List.of(7, 30, 90));

    private final BrandDays<BrandScoreChanged> days;
    private final BrandDays<SentimentSpreadChanged> spreads;
    private final PeopleReport people;

    /** A report from these projections. */
    public BrandReport(
            BrandDays<BrandScoreChanged> days, BrandDays<SentimentSpreadChanged> spreads, PeopleReport people) {
        this.days = days;
        this.spreads = spreads;
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

    /**
     * How word of the brand spreads over one window.
     *
     * @param modelVersion the scoring model it was computed with; null while nothing is known
     * @param alert why somebody should look now; null when nobody needs to
     */
    public record Spread(
            Moment moment,
            @Nullable String modelVersion,
            WindowSpread figures,
            @Nullable String alert) {}

    /** How word spreads, with nobody saying anything before anything is known. */
    public Spread spread(BrandKey brand, Moment moment, int window) {
        var state = on(spreads, brand, moment);
        var figures = state.stream()
                .flatMap(each -> each.windows().stream())
                .filter(each -> each.window() == window)
                .findFirst()
                .orElseGet(() -> NothingYet.spread(window));
        return new Spread(
                moment,
                state.map(SentimentSpreadChanged::modelVersion).orElse(moment.modelVersion()),
                figures,
                state.map(SentimentSpreadChanged::alert).orElse(null));
    }

    /** How people were answered; empty while nothing is known of it. */
    public Optional<ServiceWindow> service(BrandKey brand, Moment moment, int window) {
        return at(brand, moment).stream()
                .flatMap(state -> orNone(state.service()))
                .filter(each -> each.window() == window)
                .findFirst();
    }

    /** What came of it, each stream for itself; empty while nothing is known of it. */
    public Optional<ValueWindow> value(BrandKey brand, Moment moment, int window) {
        return at(brand, moment).stream()
                .flatMap(state -> orNone(state.value()))
                .filter(each -> each.window() == window)
                .findFirst();
    }

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
        return on(days, brand, moment);
    }

    private static <S> Optional<S> on(BrandDays<S> days, BrandKey brand, Moment moment) {
        return moment.asOf() == null ? Optional.empty() : days.by(brand, moment.asOf());
    }

    private static <T> Stream<T> orNone(@Nullable List<T> windows) {
        return windows == null ? Stream.empty() : windows.stream();
    }

    private List<PeopleReport.NamedTop> top(BrandKey brand, Moment moment, Side side, RollingRor figures) {
        var total = side == Side.RETURNED ? figures.returned() : figures.invested();
        return people.top(brand, moment, new Relationships.TopQuery(side, figures.window(), TopPeople.MOST), total);
    }
}
