package io.rapport.report.projection;

import static io.rapport.report.ReportTestEvents.ACME;
import static io.rapport.report.ReportTestEvents.relationship;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.messaging.consume.ReceivedRecord;
import io.rapport.report.ReportTestEvents.RelationshipBuilder;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestStatesTest {

    private static final BrandKey OTHER = new BrandKey("south", "acme");

    @Test
    void keepsTheHighestSequenceOfEachKeyInAnyOrder() {
        var newest = newest(
                state(relationship("anna").number(2)),
                state(relationship("anna").number(3)),
                state(relationship("anna").number(1)));
        assertThat(newest.states())
                .extracting(RelationshipScoreChanged::sequence)
                .containsExactly(3L);
        assertThat(newest.tombstones()).isEmpty();
    }

    @Test
    void tombstoneReplacesEarlierStates() {
        var newest = newest(state(relationship("anna").number(7)), gone(relationship("anna")));
        assertThat(newest.states()).isEmpty();
        assertThat(newest.tombstones()).containsExactly(key(relationship("anna")));
    }

    @Test
    void stateAfterATombstoneIsKept() {
        var newest = newest(
                state(relationship("anna").number(7)),
                gone(relationship("anna")),
                state(relationship("anna").number(8)));
        assertThat(newest.states())
                .extracting(RelationshipScoreChanged::sequence)
                .containsExactly(8L);
        assertThat(newest.tombstones()).isEmpty();
    }

    @Test
    void brandsAreSeparate() {
        var batch =
                List.of(state(relationship("anna")), state(relationship("anna").of(OTHER)));
        assertThat(LatestStates.of(batch, RelationshipScoreChanged::sequence).states())
                .extracting(RelationshipScoreChanged::brandKey)
                .containsExactly(ACME, OTHER);
    }

    @SafeVarargs
    private static LatestStates<RelationshipScoreChanged> newest(ReceivedRecord<RelationshipScoreChanged>... batch) {
        return LatestStates.of(List.of(batch), RelationshipScoreChanged::sequence);
    }

    private static ReceivedRecord<RelationshipScoreChanged> state(RelationshipBuilder relationship) {
        return new ReceivedRecord<>(key(relationship), relationship.state(), Instant.EPOCH, "here");
    }

    private static ReceivedRecord<RelationshipScoreChanged> gone(RelationshipBuilder relationship) {
        return new ReceivedRecord<>(key(relationship), null, Instant.EPOCH, "here");
    }

    private static String key(RelationshipBuilder relationship) {
        return relationship.brand().key(relationship.person().toString());
    }
}
