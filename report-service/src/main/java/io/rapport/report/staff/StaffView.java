package io.rapport.report.staff;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.report.domain.DayInterval;
import io.rapport.report.domain.people.PersonInBrand;
import io.rapport.report.domain.staff.StaffFigures.StaffMemberFigures;
import io.rapport.report.domain.staff.StaffReport;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What each member of staff contributed in some days.
 *
 * @param outbound outbound engagements, without those that are withheld
 * @param named those that name a member of staff
 * @param complete whether all of the days are counted; otherwise the newest 200 000
 * @param members most first
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record StaffView(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        long outbound,
        long named,
        boolean complete,
        List<StaffMemberView> members) {

    /** Without figures. */
    static final StaffView EMPTY = new StaffView(null, null, 0, 0, true, List.of());

    /**
     * What a member of staff contributed.
     *
     * @param engagements outbound ones of the days
     * @param share of those that name a member, 0 to 1
     * @param clients those that had contact with no other member in the 90 days up to the last one
     */
    record StaffMemberView(String staff, long engagements, double share, List<HeldClient> clients) {}

    /** A client with a page. */
    record HeldClient(UUID person, String name, String link) {}

    static StaffView of(StaffReport.StaffOfBrand found, DayInterval days, String brandPath) {
        var clients = found.clients().stream()
                .collect(Collectors.toMap(client -> client.state().person(), Function.identity()));
        var outbound = found.figures().outbound();
        return new StaffView(
                days.from(),
                days.to(),
                outbound.named() + outbound.unnamed(),
                outbound.named(),
                outbound.complete(),
                found.figures().members().stream()
                        .map(member -> member(member, clients, brandPath))
                        .toList());
    }

    private static StaffMemberView member(StaffMemberFigures from, Map<UUID, PersonInBrand> clients, String brandPath) {
        var share = from.share();
        return new StaffMemberView(
                share.staff(),
                share.engagements(),
                share.share(),
                from.clients().stream()
                        .flatMap(person -> Stream.ofNullable(clients.get(person)))
                        .map(client -> new HeldClient(
                                client.state().person(),
                                client.name(),
                                brandPath + "/people/" + client.state().person()))
                        .toList());
    }
}
