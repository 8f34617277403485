package io.rapport.report.value;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.DayInterval;
import io.rapport.report.domain.engagement.EngagementListing;
import io.rapport.report.domain.engagement.EngagementRange;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.engagement.TimelineEntry;
import io.rapport.report.domain.identity.KnownPerson;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.request.DayIntervalRequest;
import io.rapport.report.value.SalesView.SaleView;
import io.rapport.web.paging.Cursor;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the purchases that others had a part in: the touches of a page of buyers are read at once. */
public final class SalesReader {

    /** The latest sales of the days that are read. */
    private static final int MAX_READ = 1_000;

    /** The latest touches of each direction that are read for a page. */
    private static final int MAX_TOUCHES = 20_000;

    /** As scoring shares out assisted sales. */
    private static final int DAYS = 90;

    private static final Set<EngagementKind> NOT_PERSONAL =
            EnumSet.of(EngagementKind.POST, EngagementKind.VISIT, EngagementKind.PURCHASE, EngagementKind.UNFOLLOW);

    private static final String NEWEST = "newest";

    private static final Comparator<EngagementReceived> NEWEST_FIRST =
            Comparator.comparing(EngagementReceived::occurredAt).reversed().thenComparing(EngagementReceived::id);

    private final EngagementRepository engagements;
    private final PersonDirectory directory;

    /** A reader of these repositories. */
    public SalesReader(EngagementRepository engagements, PersonDirectory directory) {
        this.engagements = engagements;
        this.directory = directory;
    }

    /** A sale with who bought. */
    private record OwnedSale(EngagementReceived sale, KnownPerson buyer) {}

    SalesView find(
            BrandRegistered brand, AsOfDay today, DayIntervalRequest request, SharedStream stream, PageRequest paging) {
        var day = today.day();
        if (day == null) {
            return new SalesView(null, null, stream.value(), true, List.of(), null);
        }
        var days = request.resolve(day, ZoneId.of(brand.timeZone()));
        var found = engagements.findListed(
                brand.brandKey(), EngagementListing.SALE, days.start(), days.end(), MAX_READ + 1);
        var page = CursorPage.of(
                found.stream()
                        .limit(MAX_READ)
                        .filter(sale -> !isRefund(sale) && stream.matches(sale))
                        .sorted(NEWEST_FIRST)
                        .filter(sale -> isAfter(sale, paging.after()))
                        .limit(paging.limit() + 1L)
                        .toList(),
                paging.limit(),
                last -> Cursor.of(NEWEST, last.occurredAt().toEpochMilli(), last.id()));
        return new SalesView(
                days.from(),
                days.to(),
                stream.value(),
                found.size() <= MAX_READ,
                views(brand.brandKey(), days, stream, owned(brand.brandKey(), page.items())),
                page.next());
    }

    private List<SaleView> views(BrandKey brand, DayInterval days, SharedStream stream, List<OwnedSale> sales) {
        if (sales.isEmpty()) {
            return List.of();
        }
        var touches = touches(brand, days, sales);
        var referrers = directory.findByHandle(
                brand,
                sales.stream()
                        .map(each -> referrer(each.sale()))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        var people = BrandPageLink.path(brand.agency(), brand.brand()) + "/people/";
        return sales.stream()
                .map(each -> {
                    var by = referrer(each.sale());
                    return SaleView.of(
                            each.sale(),
                            each.buyer(),
                            by == null ? null : referrers.apply(by),
                            before(
                                    days,
                                    each.sale(),
                                    touches.getOrDefault(each.buyer().person(), List.of())),
                            days,
                            people);
                })
                .filter(view -> stream == SharedStream.REFERRED || view.touches() > 0)
                .toList();
    }

    /** Those whose account belongs to a person. */
    private List<OwnedSale> owned(BrandKey brand, List<EngagementReceived> sales) {
        var known = directory.findByHandle(
                brand,
                sales.stream().map(EngagementReceived::handleKey).distinct().toList());
        var owned = new ArrayList<OwnedSale>();
        for (var sale : sales) {
            var buyer = known.apply(sale.handleKey());
            if (buyer != null) {
                owned.add(new OwnedSale(sale, buyer));
            }
        }
        return owned;
    }

    /** The touches of the buyers in the 90 days up to the last of their purchases, newest first. */
    private Map<UUID, List<TimelineEntry>> touches(BrandKey brand, DayInterval days, List<OwnedSale> sales) {
        var owners = new HashMap<HandleKey, UUID>();
        sales.forEach(each -> each.buyer()
                .handleKeys(brand)
                .forEach(handle -> owners.put(handle, each.buyer().person())));
        var earliest = days.dayOf(sales.get(sales.size() - 1).sale().occurredAt());
        var latest = days.dayOf(sales.get(0).sale().occurredAt());
        var range = new DayInterval(firstDay(earliest), latest, days.zone());
        var found = new HashMap<UUID, List<TimelineEntry>>();
        for (var direction : List.of(Direction.OUTBOUND, Direction.INBOUND)) {
            var asked = new EngagementRange(direction, null, range.start(), range.end(), MAX_TOUCHES);
            for (var entry : engagements.findInRange(brand, owners.keySet(), asked)) {
                var owner = owners.get(entry.handleKey(brand));
                if (owner != null && entry.details().withheld() == null && !NOT_PERSONAL.contains(entry.kind())) {
                    found.computeIfAbsent(owner, person -> new ArrayList<>()).add(entry);
                }
            }
        }
        found.values()
                .forEach(each -> each.sort(
                        Comparator.comparing(TimelineEntry::occurredAt).reversed()));
        return found;
    }

    /** Those of a person's touches that share a purchase: on its day and the 89 days before. */
    private static List<TimelineEntry> before(DayInterval days, EngagementReceived sale, List<TimelineEntry> touches) {
        var last = days.dayOf(sale.occurredAt());
        var first = firstDay(last);
        return touches.stream()
                .filter(touch -> {
                    var day = days.dayOf(touch.occurredAt());
                    return !day.isBefore(first) && !day.isAfter(last);
                })
                .toList();
    }

    private static LocalDate firstDay(LocalDate last) {
        return last.minusDays(DAYS - 1L);
    }

    /** The account that sent the buyer, on the channel of the purchase; null without one. */
    private static @Nullable HandleKey referrer(EngagementReceived sale) {
        var value = sale.value();
        var by = value == null ? null : value.referredBy();
        return by == null ? null : new HandleKey(sale.brandKey(), sale.channel(), by);
    }

    private static boolean isRefund(EngagementReceived sale) {
        var value = sale.value();
        return value != null && value.amount() != null && value.amount().signum() < 0;
    }

    private static boolean isAfter(EngagementReceived sale, @Nullable Cursor after) {
        if (after == null) {
            return true;
        }
        var time = sale.occurredAt().toEpochMilli();
        var last = (long) after.number(NEWEST, 0);
        return time < last || time == last && sale.id().compareTo(UUID.fromString(after.text(NEWEST, 1))) > 0;
    }
}
