package io.rapport.report.domain.brand;

import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.EmptyFigures;
import io.rapport.report.domain.people.PeopleReport;
import io.rapport.report.domain.people.RelationshipRepository;
import io.rapport.report.domain.people.RorSide;
import io.rapport.report.domain.people.TopPeople;

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

    private final BrandDayRepository<BrandScoreChanged> days;
    private final BrandDayRepository<SentimentSpreadChanged> spreads;
    private final PeopleReport people;

    /** A report from these projections. */
    public BrandReport(
            BrandDayRepository<BrandScoreChanged> days, BrandDayRepository<SentimentSpreadChanged> spreads, PeopleReport people) {
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
    public record RorReport(
            AsOfDay asOf,
            RollingRor figures,
            List<PeopleReport.NamedTopPerson> topReturned,
            List<PeopleReport.NamedTopPerson> topInvested) {}

    /**
     * How word of the brand spreads over one window.
     *
     * @param modelVersion the scoring model it was computed with; null while nothing is known
     * @param alert why somebody should look now; null when nobody needs to
     */
    public record SpreadReport(
            AsOfDay asOf,
            @Nullable String modelVersion,
            WindowSpread figures,
            @Nullable String alert) {}

    /** How word spreads, with nobody saying anything before anything is known. */
    public SpreadReport spread(BrandKey brand, AsOfDay moment, int window) {
        var state = on(spreads, brand, moment);
        var figures = state.stream()
                .flatMap(each -> each.windows().stream())
                .filter(each -> each.window() == window)
                .findFirst()
                .orElseGet(() -> EmptyFigures.spread(window));
        return new SpreadReport(
                moment,
                state.map(SentimentSpreadChanged::modelVersion).orElse(moment.modelVersion()),
                figures,
                state.map(SentimentSpreadChanged::alert).orElse(null));
    }

    /** How people were answered; empty while nothing is known of it. */
    public Optional<ServiceWindow> service(BrandKey brand, AsOfDay moment, int window) {
        return at(brand, moment).stream()
                .flatMap(state -> orNone(state.service()))
                .filter(each -> each.window() == window)
                .findFirst();
    }

    /** What came of it, each stream for itself; empty while nothing is known of it. */
    public Optional<ValueWindow> value(BrandKey brand, AsOfDay moment, int window) {
        return at(brand, moment).stream()
                .flatMap(state -> orNone(state.value()))
                .filter(each -> each.window() == window)
                .findFirst();
    }

    /** The figures of a window, all zero before anything is known. */
    public RorReport ror(BrandKey brand, AsOfDay moment, int window) {
        var figures = at(brand, moment)
                .flatMap(state -> state.windows().stream()
                        .filter(each -> each.window() == window)
                        .findFirst())
                .orElseGet(() -> EmptyFigures.ror(window));
        return new RorReport(
                moment,
                figures,
                top(brand, moment, RorSide.RETURNED, figures),
                top(brand, moment, RorSide.INVESTED, figures));
    }

    /** What became of every engagement. */
    public EngagementBalance balance(BrandKey brand, AsOfDay moment) {
        return EngagementBalance.of(at(brand, moment).map(BrandScoreChanged::accounts).orElse(EmptyFigures.ACCOUNTS));
    }

    /** How many people have a relationship with the brand. */
    public long people(BrandKey brand, AsOfDay moment) {
        return at(brand, moment).map(BrandScoreChanged::people).orElse(0L);
    }

    private Optional<BrandScoreChanged> at(BrandKey brand, AsOfDay moment) {
        return on(days, brand, moment);
    }

    private static <S> Optional<S> on(BrandDayRepository<S> days, BrandKey brand, AsOfDay moment) {
        return moment.day() == null ? Optional.empty() : days.findAsOf(brand, moment.day());
    }

    private static <T> Stream<T> orNone(@Nullable List<T> windows) {
        return windows == null ? Stream.empty() : windows.stream();
    }

    private List<PeopleReport.NamedTopPerson> top(BrandKey brand, AsOfDay moment, RorSide side, RollingRor figures) {
        var total = side == RorSide.RETURNED ? figures.returned() : figures.invested();
        return people.findTop(brand, moment, new RelationshipRepository.TopQuery(side, figures.window(), TopPeople.MAX_PEOPLE), total);
    }
}
