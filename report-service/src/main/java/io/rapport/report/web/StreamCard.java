package io.rapport.report.web;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.score.ValuePart;
import io.rapport.web.pages.PageText;
import java.util.Arrays;
import java.util.List;

/**
 * A value stream on the value page.
 *
 * @param count what it comes of
 */
record StreamCard(String label, String meaning, String amount, String count, List<Part> parts) {

    /** A part of a stream. */
    record Part(String what, String amount, String count) {}

    static StreamCard of(ValueView.Stream from) {
        return new StreamCard(
                from.label(),
                from.meaning(),
                Show.amount(from.amount(), from.unit()),
                "from "
                        + Show.counted(
                                from.count(), StreamWords.of(from.stream()).counted()),
                from.parts().stream().map(part -> part(part, from.unit())).toList());
    }

    private static Part part(ValuePart from, String unit) {
        return new Part(what(from.label()), Show.amount(from.amount(), unit), Show.count(from.count()));
    }

    /** {@code OUTBOUND REPLY} as {@code Reply from us}; what is none, such as a keyword, as it is. */
    private static String what(String label) {
        for (var direction : List.of(Direction.INBOUND, Direction.OUTBOUND)) {
            for (var kind : Arrays.asList(EngagementKind.values())) {
                if (label.equals(direction + " " + kind)) {
                    return Show.word(kind) + (direction == Direction.INBOUND ? " from them" : " from us");
                }
            }
        }
        return PageText.line(label);
    }
}
