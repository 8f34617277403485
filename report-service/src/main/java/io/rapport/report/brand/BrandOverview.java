package io.rapport.report.brand;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.score.RollingRor;
import io.rapport.contracts.score.ServiceWindow;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.brand.BrandReport;
import io.rapport.report.domain.identity.NameWords;
import io.rapport.report.page.AlertText;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.PageFormat;
import io.rapport.report.request.AsOfResolver;
import io.rapport.web.pages.PageText;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The brands of a caller with their figures of 30 days: first those that need attention. */
public final class BrandOverview {

    private static final int WINDOW = 30;
    private static final int LONGEST_WINDOW = 90;

    private static final Comparator<MeasuredBrand> WORST_FIRST = Comparator.comparing(
                    (MeasuredBrand each) -> !each.measured())
            .thenComparing(each -> each.alert() == null)
            .thenComparing(each -> each.figures().ror(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(each -> each.brand().agency())
            .thenComparing(each -> each.brand().name());

    private final AsOfResolver days;
    private final BrandReport figures;

    /** An overview of these figures. */
    public BrandOverview(AsOfResolver days, BrandReport figures) {
        this.days = days;
        this.figures = figures;
    }

    private record MeasuredBrand(
            BrandRegistered brand,
            RollingRor figures,
            long waiting,
            @Nullable String alert,
            boolean measured) {}

    /**
     * The brands with a word in their name that begins with each word of the query.
     *
     * @param query null or blank for all
     */
    List<BrandOverviewRow> rows(Collection<BrandRegistered> brands, @Nullable String query) {
        var words = NameWords.of(query);
        return brands.stream()
                .filter(brand -> NameWords.match(NameWords.of(brand.name(), brand.brand(), brand.agency()), words))
                .map(this::measure)
                .sorted(WORST_FIRST)
                .map(BrandOverview::row)
                .toList();
    }

    private MeasuredBrand measure(BrandRegistered brand) {
        var key = brand.brandKey();
        var asOf = days.resolve(key, null);
        var found = figures.find(key, asOf);
        return new MeasuredBrand(
                brand,
                found.ror(WINDOW),
                found.service(LONGEST_WINDOW).map(ServiceWindow::waiting).orElse(0L),
                figures.spread(key, asOf, WINDOW).alert(),
                !asOf.equals(AsOfDay.NONE));
    }

    private static BrandOverviewRow row(MeasuredBrand from) {
        var link = BrandPageLink.of(from.brand());
        var now = from.figures();
        var direction = direction(now.ror(), now.previous().ror());
        return new BrandOverviewRow(
                link.agency(),
                PageText.line(from.brand().name()),
                link.path(),
                PageFormat.ratio(now.ror()),
                direction == null ? "" : direction > 0 ? "↗" : direction < 0 ? "↘" : "→",
                direction == null ? "" : direction > 0 ? "rising" : direction < 0 ? "falling" : "unchanged",
                PageFormat.count(now.seen()),
                PageFormat.count(now.clientsNotSeen()),
                PageFormat.count(from.waiting()),
                AlertText.of(from.alert()),
                from.measured());
    }

    private static @Nullable Integer direction(@Nullable Double now, @Nullable Double before) {
        return now == null || before == null
                ? null
                : PageFormat.ratio(now).equals(PageFormat.ratio(before))
                        ? Integer.valueOf(0)
                        : Integer.valueOf(Double.compare(now, Objects.requireNonNull(before)));
    }
}
