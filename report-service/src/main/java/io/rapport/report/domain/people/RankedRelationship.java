package io.rapport.report.domain.people;

import io.rapport.contracts.score.RelationshipScoreChanged;
import org.jspecify.annotations.Nullable;

/**
 * A relationship with its place in the brand.
 *
 * @param top percent of the brand's people, 1 to 100, among whom the person is by strength; null if it was not computed
 */
public record RankedRelationship(
        RelationshipScoreChanged state, @Nullable Integer top) {

    /** A relationship whose place was not computed. */
    public static RankedRelationship of(RelationshipScoreChanged state) {
        return new RankedRelationship(state, null);
    }
}
