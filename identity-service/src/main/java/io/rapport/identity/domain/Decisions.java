package io.rapport.identity.domain;

import io.rapport.contracts.HandleKey;
import io.rapport.identity.domain.Announcer.NotAnnounced;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people decide: two are one, or some handles are somebody else's. Either undoes the other. */
public final class Decisions {

    private final Gathering gathering;
    private final Proceedings proceedings;
    private final PersonStore people;

    Decisions(Gathering gathering, Proceedings proceedings, PersonStore people) {
        this.gathering = gathering;
        this.proceedings = proceedings;
        this.people = people;
    }

    /**
     * Two people are one; the older survives.
     *
     * @param override whether it holds even if it was said before that they are not the same
     * @throws Refused if it cannot be decided
     * @throws NotAnnounced if the broker is away and an earlier decision has to be published first
     */
    public Decided merge(PersonKey person, PersonKey other, Said said, boolean override) {
        var families = gathering.free(List.of(person, other));
        var one = known(families.get(person));
        var two = known(families.get(other));
        if (one.head().key().equals(two.head().key())) {
            throw new Refused(Refused.Why.SAME_PERSON);
        }
        if (!override && one.isDistinctFrom(two)) {
            throw new Refused(Refused.Why.DISTINCT);
        }
        return carryOut(Planning.merge(one, two, said));
    }

    /**
     * Some handles of a person are somebody else's: of the person they came with, or of somebody new.
     *
     * @param to whom to give them to, of those merged into this very person; null for whoever came with them last
     * @throws Refused if it cannot be decided
     * @throws NotAnnounced if the broker is away and an earlier decision has to be published first
     */
    public Decided split(PersonKey person, Set<HandleKey> handles, @Nullable UUID to, Said said) {
        var family = known(gathering.free(List.of(person)).get(person));
        return carryOut(Planning.split(family, handles, to, said));
    }

    private Decided carryOut(Planning.Plan plan) {
        if (!proceedings.begin(plan)) {
            throw new Refused(Refused.Why.CONFLICT);
        }
        var lead = plan.lead().key();
        var announced = announce(lead);
        if (!Objects.requireNonNull(people.find(List.of(lead)).get(lead)).tells(plan.decision())) {
            throw new Refused(Refused.Why.CONFLICT);
        }
        return new Decided(plan.decision(), lead, announced);
    }

    private boolean announce(PersonKey lead) {
        try {
            proceedings.finish(List.of(lead));
            return true;
        } catch (NotAnnounced e) {
            return false;
        }
    }

    private static Family known(@Nullable Family family) {
        if (family == null) {
            throw new Refused(Refused.Why.UNKNOWN_PERSON);
        }
        return family;
    }
}
