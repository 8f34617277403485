package io.rapport.report.value;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementValue;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.DayInterval;
import io.rapport.report.domain.engagement.BrandEngagementRepository;
import io.rapport.report.domain.engagement.EngagementListing;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.engagement.PaidCount;
import io.rapport.report.domain.identity.KnownPerson;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.PageFormat;
import io.rapport.report.page.PersonName;
import io.rapport.web.pages.PageText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The people behind the value streams that name people: who bought, and who the brand spent time with. */
public final class ValueNames {

    /** The latest engagements of a window that are read. */
    private static final int MAX_READ = 1_000;

    /** The latest paid engagements of a window that are counted. */
    private static final int MAX_PAID = 50_000;

    private static final double MINUTES_PER_HOUR = 60;

    private final EngagementRepository engagements;
    private final BrandEngagementRepository brandEngagements;
    private final PersonDirectory directory;

    /** Names from these repositories. */
    public ValueNames(
            EngagementRepository engagements, BrandEngagementRepository brandEngagements, PersonDirectory directory) {
        this.brandEngagements = brandEngagements;
        this.engagements = engagements;
        this.directory = directory;
    }

    /**
     * The people of a window.
     *
     * @param buyers by currency, the highest amount first
     * @param hours the longest time first
     */
    record ValuePeople(Map<String, List<ValueName>> buyers, List<ValueName> hours) {

        static final ValuePeople NONE = new ValuePeople(Map.of(), List.of());
    }

    ValuePeople find(BrandRegistered brand, AsOfDay asOf, int window) {
        var day = asOf.day();
        if (day == null) {
            return ValuePeople.NONE;
        }
        var days = window(brand, day, window);
        var sales = read(brand, EngagementListing.SALE, days);
        var spent = read(brand, EngagementListing.TIME, days);
        var rows = rows(brand, asOf, Stream.concat(sales.stream(), spent.stream()));
        var byCurrency = sales.stream()
                .collect(Collectors.groupingBy(
                        sale -> Objects.requireNonNull(value(sale).currency())));
        var buyers = new LinkedHashMap<String, List<ValueName>>();
        byCurrency.forEach((currency, bought) -> buyers.put(
                currency, rows.of(bought, ValueNames::amount, currency, "?direction=INBOUND&kind=PURCHASE")));
        return new ValuePeople(buyers, rows.of(spent, ValueNames::hours, "hours", "?direction=OUTBOUND"));
    }

    /** What was paid for in a window: it is in no stream. */
    List<PaidCount> countPaid(BrandRegistered brand, AsOfDay asOf, int window) {
        var day = asOf.day();
        if (day == null) {
            return List.of();
        }
        var days = window(brand, day, window);
        return brandEngagements.countPaid(brand.brandKey(), days.start(), days.end(), MAX_PAID);
    }

    private static DayInterval window(BrandRegistered brand, LocalDate last, int days) {
        return new DayInterval(last, last, ZoneId.of(brand.timeZone())).last(days);
    }

    private List<EngagementReceived> read(BrandRegistered brand, EngagementListing listing, DayInterval days) {
        return engagements.findListed(brand.brandKey(), listing, days.start(), days.end(), MAX_READ);
    }

    /** Makes rows; the people of all engagements are looked up at once. */
    private NameRows rows(BrandRegistered brand, AsOfDay asOf, Stream<EngagementReceived> found) {
        var key = brand.brandKey();
        var owners = directory.findOwners(
                key, found.map(EngagementReceived::handleKey).distinct().toList());
        return new NameRows(
                owners,
                directory.findAll(key, Set.copyOf(owners.values())),
                BrandPageLink.path(brand.agency(), brand.brand()) + "/people/",
                BrandPageLink.asOf(asOf, "&") + "#timeline");
    }

    /**
     * Makes the rows of people.
     *
     * @param owners the people by handle
     * @param path before the id of a person
     * @param end of a link
     */
    private record NameRows(Map<HandleKey, UUID> owners, Function<UUID, KnownPerson> known, String path, String end) {

        List<ValueName> of(
                Collection<EngagementReceived> found,
                Function<EngagementReceived, BigDecimal> amount,
                String unit,
                String evidence) {
            var sums = new LinkedHashMap<UUID, PersonSum>();
            for (var each : found) {
                var owner = owners.get(each.handleKey());
                if (owner != null) {
                    sums.merge(owner, new PersonSum(amount.apply(each), 1), PersonSum::plus);
                }
            }
            return sums.entrySet().stream()
                    .sorted(Map.Entry.<UUID, PersonSum>comparingByValue(Comparator.comparing(PersonSum::amount))
                            .reversed())
                    .map(each -> new ValueName(
                            PageText.line(PersonName.of(known.apply(each.getKey()))),
                            path + each.getKey() + evidence + end,
                            PageFormat.amount(each.getValue().amount(), unit),
                            "× " + PageFormat.count(each.getValue().count())))
                    .toList();
        }
    }

    private record PersonSum(BigDecimal amount, long count) {

        PersonSum plus(PersonSum other) {
            return new PersonSum(amount.add(other.amount), count + other.count);
        }
    }

    private static EngagementValue value(EngagementReceived engagement) {
        return Objects.requireNonNull(engagement.value(), "Engagements with a value are listed");
    }

    private static BigDecimal amount(EngagementReceived sale) {
        return Objects.requireNonNull(value(sale).amount(), "A sale has an amount");
    }

    private static BigDecimal hours(EngagementReceived spent) {
        return BigDecimal.valueOf(
                Objects.requireNonNull(value(spent).minutes(), "Time has minutes") / MINUTES_PER_HOUR);
    }
}
