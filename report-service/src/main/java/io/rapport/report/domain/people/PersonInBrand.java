package io.rapport.report.domain.people;

import io.rapport.report.domain.identity.KnownPerson;

import io.rapport.contracts.score.RelationshipScoreChanged;

/**
 * A person by name, and their relationship with the brand.
 *
 * @param known who they are
 * @param state how things stand between them
 */
public record PersonInBrand(KnownPerson known, RelationshipScoreChanged state) {

    /** What they are called. */
    public String name() {
        return known.name();
    }
}
