package io.rapport.scoring.domain.day;

import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.domain.relationship.RelationshipCalculator;
import io.rapport.scoring.domain.service.OpenConversations;
import java.util.UUID;

/**
 * What is known now of a person.
 *
 * @param open conversations that wait for an answer now
 * @param client whether the person is on the brand's client list
 */
public record PersonLedgers(UUID person, EngagementLedger ledger, OpenConversations open, boolean client) {

    /** Epoch day of the first engagement; {@code Integer.MAX_VALUE} without one. */
    public int firstDay() {
        var cells = ledger.cells();
        return cells.isEmpty() ? Integer.MAX_VALUE : cells.day(0);
    }

    /** Computes the scores of the person; days ascend. */
    public RelationshipCalculator scores(ScoringModel model) {
        return new RelationshipCalculator(ledger, client, model);
    }

    /** Whether there is no engagement up to an epoch day, and the person is no client: no relationship on that day. */
    boolean isAbsentOn(int day) {
        return !client && ledger.cells().firstIndex(day + 1) == 0;
    }
}
