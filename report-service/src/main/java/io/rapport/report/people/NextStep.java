package io.rapport.report.people;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.report.domain.people.RorSide;
import io.rapport.report.page.PageFormat;
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
            return new NextStep("Answer them", "They asked and wait for a reply.");
        }
        if (state.cooling()) {
            return new NextStep("Get in touch", cooled(state.lastTouch()));
        }
        var returned = RorSide.RETURNED.amount(state, WINDOW);
        if (returned >= MUCH && count(state, Direction.OUTBOUND, EngagementKind.THANKS) == 0) {
            return new NextStep(
                    "Thank them",
                    "They gave %s points in %d days and were never thanked."
                            .formatted(PageFormat.number(returned), WINDOW));
        }
        if (returned > 0 && state.usToThem() == 0) {
            return new NextStep("Give something back", "They turn to us, and nothing has come from us yet.");
        }
        return new NextStep("Nothing is due", "No question is open, and the relationship is not cooling.");
    }

    private static String cooled(@Nullable LocalDate lastTouch) {
        return lastTouch == null
                ? "They are on the client list, and nobody has been in touch yet."
                : "They were close, and the last touch was on " + PageFormat.day(lastTouch) + ".";
    }

    private static long count(RelationshipScoreChanged state, Direction direction, EngagementKind kind) {
        return state.contributions().stream()
                .filter(line -> line.direction() == direction && line.kind() == kind)
                .mapToLong(line -> line.count())
                .sum();
    }
}
