package io.rapport.report.domain.brand;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.score.RollingRor;
import io.rapport.contracts.score.ServiceWindow;
import io.rapport.contracts.score.ValueWindow;
import io.rapport.contracts.sentiment.SentimentSpreadChanged;
import io.rapport.contracts.sentiment.WindowSpread;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.EmptyFigures;
import io.rapport.report.domain.people.PeopleReport;
import io.rapport.report.domain.people.RelationshipRepository;
import io.rapport.report.domain.people.RorSide;
import io.rapport.report.domain.people.TopPeople;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The figures of a brand by window, with the people who contribute most. */
public final class BrandReport {

    /** The lengths of the windows, in days. */
    public static final Set<Integer> WINDOWS = new TreeSet<>(List.of(7, 30, 90));

    private final BrandDayRepository<BrandScoreChanged> days;
    private final BrandDayRepository<SentimentSpreadChanged> spreads;
    private final PeopleReport people;
    private final boolean computed;

    /**
     * A report on these repositories.
     *
     * @param computed whether they compute earlier days; if not, accounts and alerts are known of the current day only
     */
    public BrandReport(
            BrandDayRepository<BrandScoreChanged> days,
            BrandDayRepository<SentimentSpreadChanged> spreads,
            PeopleReport people,
            boolean computed) {
        this.computed = computed;
        this.days = days;
        this.spreads = spreads;
        this.people = people;
    }

    /**
     * Return on Relationships over one window.
     *
     * @param topReturned the people who returned most
     * @param topInvested the people most was invested in
     */
    public record RorReport(
            AsOfDay asOf,
            RollingRor figures,
            List<PeopleReport.NamedTopPerson> topReturned,
            List<PeopleReport.NamedTopPerson> topInvested) {}

    /**
     * The spread of sentiment about the brand over one window.
     *
     * @param modelVersion version of the scoring model; null while the brand has no figures
     * @param alert the reason of the alert; null without one
     * @param alertAvailable whether the alert of the day is known
     */
    public record SpreadReport(
            AsOfDay asOf,
            @Nullable String modelVersion,
            WindowSpread figures,
            @Nullable String alert,
            boolean alertAvailable) {}

    /** The spread of sentiment; empty figures while the brand has none. */
    public SpreadReport spread(BrandKey brand, AsOfDay asOf, int window) {
        var state = spreads.findAsOf(brand, asOf);
        var figures = state.stream()
                .flatMap(each -> each.windows().stream())
                .filter(each -> each.window() == window)
                .findFirst()
                .orElseGet(() -> EmptyFigures.spread(window));
        return new SpreadReport(
                asOf,
                state.map(SentimentSpreadChanged::modelVersion).orElse(asOf.modelVersion()),
                figures,
                isKnown(asOf) ? state.map(SentimentSpreadChanged::alert).orElse(null) : null,
                isKnown(asOf));
    }

    /** The figures of a day, read at once. */
    public BrandFigures find(BrandKey brand, AsOfDay asOf) {
        return new BrandFigures(days.findAsOf(brand, asOf).orElse(null));
    }

    /** The answer times of a window; empty while the brand has no figures. */
    public Optional<ServiceWindow> service(BrandKey brand, AsOfDay asOf, int window) {
        return find(brand, asOf).service(window);
    }

    /** The value streams of a window; empty while the brand has no figures. */
    public Optional<ValueWindow> value(BrandKey brand, AsOfDay asOf, int window) {
        return find(brand, asOf).value(window);
    }

    /** The figures of a window; empty ones while the brand has none. */
    public RollingRor findRor(BrandKey brand, AsOfDay asOf, int window) {
        return find(brand, asOf).ror(window);
    }

    /** Return on Relationships of a window, with the people who contribute most. */
    public RorReport ror(BrandKey brand, AsOfDay asOf, int window) {
        return ror(brand, asOf, findRor(brand, asOf, window));
    }

    /** As {@link #ror(BrandKey, AsOfDay, int)}, of figures that were read. */
    public RorReport ror(BrandKey brand, AsOfDay asOf, RollingRor figures) {
        return new RorReport(
                asOf,
                figures,
                top(brand, asOf, RorSide.RETURNED, figures),
                top(brand, asOf, RorSide.INVESTED, figures));
    }

    /** The balance of the engagements of days up to this one; empty if it is not known of an earlier day. */
    public Optional<EngagementBalance> balance(BrandKey brand, AsOfDay asOf) {
        if (!isKnown(asOf)) {
            return Optional.empty();
        }
        var accounts = find(brand, asOf).accounts();
        // An earlier day has an engagement: without any the balance was not computed.
        return Optional.of(EngagementBalance.of(accounts)).filter(balance -> asOf.current() || balance.received() > 0);
    }

    private boolean isKnown(AsOfDay asOf) {
        return asOf.current() || computed;
    }

    private List<PeopleReport.NamedTopPerson> top(BrandKey brand, AsOfDay asOf, RorSide side, RollingRor figures) {
        var total = side == RorSide.RETURNED ? figures.returned() : figures.invested();
        return people.findTop(
                brand, asOf, new RelationshipRepository.TopQuery(side, figures.window(), TopPeople.MAX_PEOPLE), total);
    }
}
