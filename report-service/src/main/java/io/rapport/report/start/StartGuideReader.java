package io.rapport.report.start;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.NameRules;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.brand.BrandReport;
import io.rapport.report.domain.people.PeopleFilter;
import io.rapport.report.domain.people.PeopleQuery;
import io.rapport.report.domain.people.PeopleReport;
import io.rapport.report.domain.people.PeopleSorting;
import io.rapport.report.page.BrandPageFrame;
import io.rapport.report.page.PageFormat;
import io.rapport.report.request.AsOfResolver;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads how far the brands of an administrator have come. */
public final class StartGuideReader {

    private final BrandCatalogue catalogue;
    private final AsOfResolver days;
    private final PeopleReport people;
    private final BrandReport figures;

    /** A reader of these brands and their people. */
    public StartGuideReader(BrandCatalogue catalogue, AsOfResolver days, PeopleReport people, BrandReport figures) {
        this.catalogue = catalogue;
        this.days = days;
        this.people = people;
        this.figures = figures;
    }

    /** The guide of an administrator none of whose brands has people; empty for everyone else. */
    public Optional<StartGuide> findOpen(Caller caller) {
        if (!caller.hasScope(Scope.ADMIN)) {
            return Optional.empty();
        }
        var brands = visible(caller, caller.agency());
        return brands.stream().anyMatch(this::hasPeople)
                ? Optional.empty()
                : Optional.of(open(caller, brands, caller.agency(), null));
    }

    /**
     * The guide of a caller: of the brand with people, else the newest one.
     *
     * @param agency only brands of this agency; null for all that the caller can see
     * @param brand the brand that was just registered, which may not have arrived yet; null for any
     */
    StartGuide read(Caller caller, @Nullable String agency, @Nullable String brand) {
        var chosen = agency == null ? caller.agency() : agency;
        var brands = visible(caller, chosen);
        return brands.stream()
                .filter(this::hasPeople)
                .findFirst()
                .map(each -> guide(each, true))
                .orElseGet(() -> open(caller, brands, chosen, brand));
    }

    private StartGuide open(
            Caller caller, List<BrandRegistered> brands, @Nullable String agency, @Nullable String brand) {
        return newest(brands, brand).map(each -> guide(each, false)).orElseGet(() -> guide(caller, agency, brand));
    }

    private List<BrandRegistered> visible(Caller caller, @Nullable String agency) {
        return catalogue.all().stream()
                .filter(brand -> caller.canSee(brand.brandKey()))
                .filter(brand -> agency == null || brand.agency().equals(agency))
                .toList();
    }

    private static Optional<BrandRegistered> newest(List<BrandRegistered> brands, @Nullable String brand) {
        return brands.stream()
                .filter(each -> brand == null || each.brand().equals(brand))
                .max(Comparator.comparing(BrandRegistered::at).thenComparing(BrandRegistered::brand));
    }

    private static StartGuide guide(Caller caller, @Nullable String agency, @Nullable String brand) {
        var known = agency != null && NameRules.isToken(agency) && caller.canSee(agency);
        return new StartGuide(
                BrandPageFrame.address(),
                known ? agency : null,
                known && brand != null && NameRules.isToken(brand) ? brand : null,
                null,
                false,
                null);
    }

    private StartGuide guide(BrandRegistered brand, boolean started) {
        var key = brand.brandKey();
        var asOf = days.resolve(key, null);
        return new StartGuide(
                BrandPageFrame.address(),
                brand.agency(),
                brand.brand(),
                PageText.line(brand.name()),
                started || hasEngagements(key, asOf),
                started ? count(key, asOf) : null);
    }

    private String count(BrandKey brand, AsOfDay asOf) {
        return PageFormat.count(people.count(brand, asOf, PeopleFilter.EVERYONE).orElse(1));
    }

    private boolean hasEngagements(BrandKey brand, AsOfDay asOf) {
        return figures.balance(brand, asOf)
                .filter(balance -> balance.received() > 0)
                .isPresent();
    }

    private boolean hasPeople(BrandRegistered brand) {
        var query = new PeopleQuery(PeopleSorting.STRONGEST, PeopleFilter.EVERYONE, null, 1);
        var key = brand.brandKey();
        return !people.list(key, days.resolve(key, null), query).isEmpty();
    }
}
