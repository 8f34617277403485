package io.rapport.report.people;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.report.domain.people.RorSide;
import io.rapport.report.page.PageFormat;
import io.rapport.report.page.ReportMessages;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What to do next for a person, and why.
 *
 * @param text the step, in the imperative
 * @param reason as a sentence
 */
record NextStep(String text, String reason) {

    private static final int WINDOW = 30;
    private static final double MUCH = 5;

    static NextStep of(RelationshipScoreChanged state) {
        if (state.owedSince() != null) {
            return new NextStep(ReportMessages.text("step.answer"), ReportMessages.text("step.answer.why"));
        }
        if (state.cooling()) {
            return new NextStep(ReportMessages.text("step.touch"), cooled(state.lastTouch()));
        }
        var returned = RorSide.RETURNED.amount(state, WINDOW);
        if (returned >= MUCH && count(state, Direction.OUTBOUND, EngagementKind.THANKS) == 0) {
            return new NextStep(
                    ReportMessages.text("step.thank"),
                    ReportMessages.text("step.thank.why", PageFormat.number(returned), WINDOW));
        }
        if (returned > 0 && state.usToThem() == 0) {
            return new NextStep(ReportMessages.text("step.give"), ReportMessages.text("step.give.why"));
        }
        return new NextStep(ReportMessages.text("step.nothing"), ReportMessages.text("step.nothing.why"));
    }

    private static String cooled(@Nullable LocalDate lastTouch) {
        return lastTouch == null
                ? ReportMessages.text("step.touch.never")
                : ReportMessages.text("step.touch.why", PageFormat.day(lastTouch));
    }

    private static long count(RelationshipScoreChanged state, Direction direction, EngagementKind kind) {
        return state.contributions().stream()
                .filter(line -> line.direction() == direction && line.kind() == kind)
                .mapToLong(line -> line.count())
                .sum();
    }
}
