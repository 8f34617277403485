package io.rapport.report.domain;

import io.rapport.contracts.BrandKey;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Puts names to people. */
public final class Directory {

    // Identity points a merged person at the survivor; a longer chain is a merge of merges that is still arriving.
    private static final int LONGEST_CHAIN = 16;

    private final Identities identities;

    /** A directory of these identities. */
    public Directory(Identities identities) {
        this.identities = identities;
    }

    /** Tells of each of these people what is known; someone unknown gets a name to tell them by. */
    public Function<UUID, KnownPerson> people(BrandKey brand, Collection<UUID> people) {
        var handles = identities.handles(brand, people);
        var profiles = identities.profiles(brand, people);
        return person -> KnownPerson.of(person, handles.getOrDefault(person, List.of()), profiles.get(person));
    }

    /** What is known of one person. */
    public KnownPerson person(BrandKey brand, UUID person) {
        return people(brand, List.of(person)).apply(person);
    }

    /** The person an id stands for now: of merged people the survivor. */
    public UUID survivor(BrandKey brand, UUID person) {
        var survivor = person;
        for (var step = 0; step < LONGEST_CHAIN; step++) {
            var profile = identities.profiles(brand, List.of(survivor)).get(survivor);
            if (profile == null || profile.mergedInto() == null) {
                return survivor;
            }
            survivor = profile.mergedInto();
        }
        return survivor;
    }
}
