package io.rapport.identity.domain.decision;

import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.person.PersonKey;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Plans decisions by optimistic reads. People are read in several steps, and a concurrent decision may be completed between two of
 * them: a plan on such a read fails at its compare-and-set, and a refusal because of it is checked here by reading again.
 */
final class StablePlanning {

    private static final int MAX_ATTEMPTS = 10;

    private StablePlanning() {}

    /**
     * Plans a decision. A refusal stands only if a second read returns the same people; else the decision is planned again.
     *
     * @throws DecisionRefusedException if the decision is not possible, or the people change at every attempt
     */
    static <T> T plan(Supplier<Map<PersonKey, PersonFamily>> read, Function<Map<PersonKey, PersonFamily>, T> planning) {
        var found = read.get();
        for (var n = 0; n < MAX_ATTEMPTS; n++) {
            try {
                return planning.apply(found);
            } catch (DecisionRefusedException e) {
                var again = read.get();
                if (states(again).equals(states(found))) {
                    throw e;
                }
                found = again;
            }
        }
        throw new DecisionRefusedException(DecisionRefusedException.RefusalReason.CONFLICT);
    }

    /** The parts of a family that decisions change. */
    private record FamilyState(PersonKey head, long revision, Map<UUID, Long> merged, Set<HandleAssigned> handles) {}

    private static Map<PersonKey, FamilyState> states(Map<PersonKey, PersonFamily> families) {
        return families.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> {
            var family = each.getValue();
            return new FamilyState(
                    family.head().key(),
                    family.head().revision(),
                    family.mergedRevisions(),
                    Set.copyOf(family.handles()));
        }));
    }
}
