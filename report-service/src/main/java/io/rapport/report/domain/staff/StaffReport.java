package io.rapport.report.domain.staff;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.DayInterval;
import io.rapport.report.domain.engagement.BrandEngagementRepository;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.engagement.OutboundCounts;
import io.rapport.report.domain.people.PeopleFilter;
import io.rapport.report.domain.people.PeopleQuery;
import io.rapport.report.domain.people.PeopleReport;
import io.rapport.report.domain.people.PeopleSorting;
import io.rapport.report.domain.people.PersonInBrand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** What members of staff contribute: three queries, however many engagements a brand has. */
public final class StaffReport {

    /** The days up to the last one in which contact with a client makes a tie. */
    public static final int TIE_DAYS = 90;

    private static final int MAX_OUTBOUND = 200_000;
    private static final int MAX_CLIENTS = 500;
    private static final PeopleFilter CLIENTS =
            PeopleFilter.EVERYONE.withFlags(new PeopleFilter.FlagFilter(null, null, true, null));

    private final EngagementRepository engagements;
    private final BrandEngagementRepository brandEngagements;
    private final PeopleReport people;

    /** A report on these sources. */
    public StaffReport(
            EngagementRepository engagements, BrandEngagementRepository brandEngagements, PeopleReport people) {
        this.engagements = engagements;
        this.brandEngagements = brandEngagements;
        this.people = people;
    }

    /**
     * The figures of some days with the clients that they name.
     *
     * @param clients the 500 strongest at most
     */
    public record StaffOfBrand(StaffFigures figures, List<PersonInBrand> clients) {}

    /** What each member contributed in some days. */
    public StaffOfBrand find(BrandKey brand, AsOfDay asOf, DayInterval days) {
        var clients = people.list(brand, asOf, new PeopleQuery(PeopleSorting.STRONGEST, CLIENTS, null, MAX_CLIENTS));
        var handles = clients.stream()
                .flatMap(client -> client.known().handleKeys(brand).stream())
                .distinct()
                .toList();
        var ties = days.last(TIE_DAYS);
        var counts = engagements.countByStaff(brand, handles, ties.start(), ties.end());
        var holders = new LinkedHashMap<UUID, List<StaffShare>>();
        clients.forEach(
                client -> holders.put(client.state().person(), StaffShare.holders(brand, client.known(), counts)));
        return new StaffOfBrand(StaffFigures.of(outbound(brand, days), holders), clients);
    }

    /** The outbound engagements of some days, at most the newest 200 000. */
    public OutboundCounts outbound(BrandKey brand, DayInterval days) {
        return brandEngagements.countOutbound(brand, days.start(), days.end(), MAX_OUTBOUND);
    }
}
