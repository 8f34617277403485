package io.rapport.report.domain.identity;

import io.rapport.contracts.BrandKey;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Puts names to people. */
public final class PersonDirectory {

    // Identity points a merged person at the survivor; a longer chain is a merge of merges that is still arriving.
    private static final int LONGEST_CHAIN = 16;

    private final IdentityRepository identities;

    /** A directory of these identities. */
    public PersonDirectory(IdentityRepository identities) {
        this.identities = identities;
    }

    /** Tells of each of these people what is known; someone unknown gets a name to tell them by. */
    public Function<UUID, KnownPerson> findAll(BrandKey brand, Collection<UUID> people) {
        var handles = identities.findHandles(brand, people);
        var profiles = identities.findProfiles(brand, people);
        return person -> KnownPerson.of(person, handles.getOrDefault(person, List.of()), profiles.get(person));
    }

    /** What is known of one person. */
    public KnownPerson find(BrandKey brand, UUID person) {
        return findAll(brand, List.of(person)).apply(person);
    }

    /** The person an id stands for now: of merged people the survivor. */
    public UUID resolveSurvivor(BrandKey brand, UUID person) {
        var survivor = person;
        for (var step = 0; step < LONGEST_CHAIN; step++) {
            var profile = identities.findProfiles(brand, List.of(survivor)).get(survivor);
            if (profile == null || profile.mergedInto() == null) {
                return survivor;
            }
            survivor = profile.mergedInto();
        }
        return survivor;
    }
}
