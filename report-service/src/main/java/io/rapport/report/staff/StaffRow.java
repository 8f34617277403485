package io.rapport.report.staff;

import io.rapport.report.page.ListLink;
import io.rapport.report.page.PageFormat;
import io.rapport.report.staff.StaffView.HeldClient;
import io.rapport.report.staff.StaffView.StaffMemberView;
import io.rapport.web.pages.PageText;
import java.util.List;

/**
 * A member of staff on the page.
 *
 * @param link path of the member's engagements
 * @param clients those that had contact with no other member
 */
record StaffRow(String name, String engagements, String share, String link, List<HeldClient> clients) {

    static StaffRow of(StaffMemberView from, ListLink outbound) {
        return new StaffRow(
                PageText.line(from.staff()),
                PageFormat.counted(from.engagements(), "engagement"),
                PageFormat.share(from.share()),
                outbound.with("staff", from.staff()).href(),
                from.clients().stream()
                        .map(client -> new HeldClient(client.person(), PageText.line(client.name()), client.link()))
                        .toList());
    }

    /** The link to the engagements of all of the team in the days. */
    static ListLink outbound(String brandPath, StaffView days) {
        return ListLink.outbound(brandPath).with("from", days.from()).with("to", days.to());
    }
}
