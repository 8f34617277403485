package io.rapport.report.domain.staff;

import io.rapport.report.domain.engagement.OutboundCounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What each member of staff contributes.
 *
 * @param outbound the outbound engagements of the days
 * @param members those who acted most first; then those who did not act in these days and hold a tie alone
 */
public record StaffFigures(OutboundCounts outbound, List<StaffMemberFigures> members) {

    /**
     * What a member of staff contributes.
     *
     * @param clients those that had contact with no other member
     */
    public record StaffMemberFigures(StaffShare share, List<UUID> clients) {}

    /**
     * The figures of these counts.
     *
     * @param holders who was in touch with each client, in the order in which clients are listed
     */
    public static StaffFigures of(OutboundCounts outbound, Map<UUID, List<StaffShare>> holders) {
        var alone = new LinkedHashMap<String, List<UUID>>();
        holders.forEach((client, staff) -> {
            if (staff.size() == 1) {
                alone.computeIfAbsent(staff.get(0).staff(), key -> new ArrayList<>())
                        .add(client);
            }
        });
        var members = new ArrayList<StaffMemberFigures>();
        for (var share : StaffShare.of(outbound.byStaff())) {
            var clients = alone.remove(share.staff());
            members.add(new StaffMemberFigures(share, clients == null ? List.of() : List.copyOf(clients)));
        }
        alone.forEach((staff, clients) ->
                members.add(new StaffMemberFigures(new StaffShare(staff, 0, 0), List.copyOf(clients))));
        return new StaffFigures(outbound, List.copyOf(members));
    }
}
