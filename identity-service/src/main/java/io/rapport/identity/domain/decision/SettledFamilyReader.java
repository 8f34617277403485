package io.rapport.identity.domain.decision;

import io.rapport.identity.domain.family.FamilyReader;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.StoredPerson;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads people for a decision. Open decisions about them are completed first. */
public final class SettledFamilyReader {

    private static final int MAX_ATTEMPTS = 20;

    private final FamilyReader families;
    private final DecisionProtocol protocol;

    public SettledFamilyReader(FamilyReader families, DecisionProtocol protocol) {
        this.families = families;
        this.protocol = protocol;
    }

    /** The family that each id resolves to, without an open decision; unknown ids are left out. */
    public Map<PersonKey, PersonFamily> find(Collection<PersonKey> keys) {
        for (var n = 0; n < MAX_ATTEMPTS; n++) {
            var found = families.find(keys);
            var leaders = found.values().stream()
                    .map(PersonFamily::head)
                    .filter(head -> !head.isFree())
                    .map(StoredPerson::leader)
                    .collect(Collectors.toSet());
            if (leaders.isEmpty()) {
                return found;
            }
            protocol.complete(leaders);
        }
        throw new DecisionRefusedException(DecisionRefusedException.RefusalReason.CONFLICT);
    }
}
