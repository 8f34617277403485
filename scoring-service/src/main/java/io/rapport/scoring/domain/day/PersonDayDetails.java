package io.rapport.scoring.domain.day;

import io.rapport.contracts.score.Contribution;
import io.rapport.contracts.score.SentimentSum;
import io.rapport.contracts.score.WindowSums;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.domain.relationship.RelationshipScore;
import java.util.List;
import java.util.Optional;

/**
 * A person's relationship on one day with the parts of the score.
 *
 * @param windows returned and invested over 7, 30 and 90 days
 * @param contributions contribution of each direction and kind
 * @param sentiment contribution of judged texts
 */
public record PersonDayDetails(
        PersonDay day, List<WindowSums> windows, List<Contribution> contributions, SentimentSum sentiment) {

    /** Judges a person on a day; empty if there is no relationship on that day. */
    public static Optional<PersonDayDetails> of(PersonLedgers person, AsOf asOf, ScoringModel model) {
        if (person.isAbsentOn(asOf.epochDay())) {
            return Optional.empty();
        }
        var score = RelationshipScore.of(person.ledger(), asOf.epochDay(), person.client(), model);
        var parts = score.breakdown();
        return PersonDay.of(person, asOf, score)
                .map(day -> new PersonDayDetails(day, parts.windows(), parts.contributions(), parts.sentiment()));
    }
}
