package io.rapport.report.domain.people;

import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.report.domain.identity.KnownPerson;

/**
 * A person and their relationship with a brand.
 *
 * @param known the person
 * @param state the relationship
 */
public record PersonInBrand(KnownPerson known, RelationshipScoreChanged state) {

    /** The name to show. */
    public String name() {
        return known.name();
    }
}
