package io.rapport.report.people;

import static io.rapport.report.ReportTestEvents.DAY;
import static io.rapport.report.ReportTestEvents.relationship;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.score.Contribution;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.contracts.score.RelationshipScoreChangedBuilder;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NextStepTest {

    private static final RelationshipScoreChanged GIVING =
            relationship("anna").strong(24).state();

    @Test
    void questionComesBeforeEverythingElse() {
        var waiting = relationship("anna").waiting(Instant.EPOCH).state();
        assertThat(NextStep.of(cooling(waiting)).text()).isEqualTo("Answer them");
    }

    @Test
    void coolingPersonIsToBeTouched() {
        assertThat(NextStep.of(cooling(GIVING)))
                .isEqualTo(new NextStep("Get in touch", "They were close, and the last touch was on 4 May 2025."));
    }

    @Test
    void giverIsThankedUnlessThatWasDone() {
        assertThat(NextStep.of(GIVING))
                .isEqualTo(new NextStep("Thank them", "They gave 24.0 points in 30 days and were never thanked."));
        var thanks = new Contribution(Direction.OUTBOUND, EngagementKind.THANKS, 1, 0, 0, 0, 0, 1.5);
        var thanked = RelationshipScoreChangedBuilder.builder(GIVING)
                .contributions(List.of(thanks))
                .build();
        assertThat(NextStep.of(thanked).text()).isEqualTo("Nothing is due");
        assertThat(NextStep.of(RelationshipScoreChangedBuilder.builder(thanked)
                                .usToThem(0)
                                .build())
                        .text())
                .isEqualTo("Give something back");
    }

    private static RelationshipScoreChanged cooling(RelationshipScoreChanged state) {
        return RelationshipScoreChangedBuilder.builder(state)
                .cooling(true)
                .lastTouch(DAY)
                .build();
    }
}
