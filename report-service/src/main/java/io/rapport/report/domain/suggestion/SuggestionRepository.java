package io.rapport.report.domain.suggestion;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.suggestion.PersonSuggestions;
import io.rapport.report.domain.decision.PersonDecisionRepository;
import java.time.Instant;
import java.util.List;

/** Dismissed suggestions about people, one state for each person. */
public interface SuggestionRepository extends PersonDecisionRepository<PersonSuggestions> {

    /** The states of people with a dismissal that holds at a time, the latest end first, at most {@code limit}. */
    List<PersonSuggestions> findOpen(BrandKey brand, Instant time, int limit);
}
