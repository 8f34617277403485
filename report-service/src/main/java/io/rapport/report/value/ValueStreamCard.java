package io.rapport.report.value;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.score.FigureEvidence;
import io.rapport.contracts.score.ValuePart;
import io.rapport.report.page.PageFormat;
import io.rapport.web.pages.PageText;
import java.util.Arrays;
import java.util.List;

/**
 * A value stream on the value page.
 *
 * @param count the number of purchases, visits, answers or engagements
 * @param few whether the stream stands on few data
 */
record ValueStreamCard(
        String label, String meaning, String amount, String count, List<ValuePartRow> parts, boolean few) {

    /** A part of a stream. */
    record ValuePartRow(String what, String amount, String count) {}

    static ValueStreamCard of(ValueView.ValueStreamView from) {
        return new ValueStreamCard(
                from.label(),
                from.meaning(),
                PageFormat.amount(from.amount(), from.unit()),
                "from "
                        + PageFormat.counted(
                                from.count(),
                                ValueStreamLabels.of(from.stream()).counted()),
                from.parts().stream().map(part -> part(part, from.unit())).toList(),
                FigureEvidence.isFew(from.evidence()));
    }

    private static ValuePartRow part(ValuePart from, String unit) {
        return new ValuePartRow(
                what(from.label()), PageFormat.amount(from.amount(), unit), PageFormat.count(from.count()));
    }

    /** Formats {@code OUTBOUND REPLY} as {@code Reply from us}; other labels, such as keywords, stay as they are. */
    private static String what(String label) {
        for (var direction : List.of(Direction.INBOUND, Direction.OUTBOUND)) {
            for (var kind : Arrays.asList(EngagementKind.values())) {
                if (label.equals(direction + " " + kind)) {
                    return PageFormat.label(kind) + (direction == Direction.INBOUND ? " from them" : " from us");
                }
            }
        }
        return PageText.line(label);
    }
}
