package io.rapport.report.domain.suggestion;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.suggestion.PersonSuggestions;
import io.rapport.report.domain.decision.MemoryPersonDecisions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Dismissed suggestions of one brand in memory. */
final class MemorySuggestionRepository extends MemoryPersonDecisions<PersonSuggestions>
        implements SuggestionRepository {

    MemorySuggestionRepository() {
        super(PersonSuggestions::person, PersonSuggestions::version);
    }

    @Override
    public List<PersonSuggestions> findOpen(BrandKey brand, Instant time, int limit) {
        return states().filter(
                        state -> state.openUntil() != null && state.openUntil().isAfter(time))
                .sorted(Comparator.comparing(PersonSuggestions::openUntil).reversed())
                .limit(limit)
                .toList();
    }
}
