package io.rapport.report.domain.people;

import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.report.domain.identity.KnownPerson;
import org.jspecify.annotations.Nullable;

/**
 * A person and their relationship with a brand.
 *
 * @param known the person
 * @param state the relationship
 * @param top percent of the brand's people, 1 to 100, among whom the person is by strength; null if it is not known
 */
public record PersonInBrand(
        KnownPerson known,
        RelationshipScoreChanged state,
        @Nullable Integer top) {

    /** The name to show. */
    public String name() {
        return known.name();
    }
}
