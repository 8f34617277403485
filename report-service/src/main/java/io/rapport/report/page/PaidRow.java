package io.rapport.report.page;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.engagement.Direction;
import io.rapport.report.domain.engagement.PaidCount;
import java.util.List;

/** Paid engagements of one sort on a page. */
public record PaidRow(String channel, String what, String count) {

    /** The rows of some counts, in their order. */
    public static List<PaidRow> of(List<PaidCount> counts) {
        return counts.stream()
                .map(each -> new PaidRow(
                        each.channel(),
                        text(
                                each.direction() == Direction.INBOUND ? "value.from-them" : "value.from-us",
                                PageFormat.label(each.kind())),
                        PageFormat.count(each.count())))
                .toList();
    }
}
