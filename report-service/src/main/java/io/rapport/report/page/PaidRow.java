package io.rapport.report.page;

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
                        PageFormat.label(each.kind())
                                + (each.direction() == Direction.INBOUND ? " from them" : " from us"),
                        PageFormat.count(each.count())))
                .toList();
    }
}
