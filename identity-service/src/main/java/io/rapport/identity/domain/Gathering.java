package io.rapport.identity.domain;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads people for a decision: whatever is on its way about them is finished first. */
final class Gathering {

    private static final int PATIENCE = 20;

    private final Families families;
    private final Proceedings proceedings;

    Gathering(Families families, Proceedings proceedings) {
        this.families = families;
        this.proceedings = proceedings;
    }

    /** The family each id resolves to, free for a decision; unknown ids are left out. */
    Map<PersonKey, Family> free(Collection<PersonKey> keys) {
        for (var n = 0; n < PATIENCE; n++) {
            var found = families.of(keys);
            var leaders = found.values().stream()
                    .map(Family::head)
                    .filter(head -> !head.isFree())
                    .map(StoredPerson::leader)
                    .collect(Collectors.toSet());
            if (leaders.isEmpty()) {
                return found;
            }
            proceedings.finish(leaders);
        }
        throw new Refused(Refused.Why.CONFLICT);
    }
}
