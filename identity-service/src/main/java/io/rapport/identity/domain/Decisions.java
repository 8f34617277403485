package io.rapport.identity.domain;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.Decision;
import io.rapport.identity.domain.Announcer.NotAnnounced;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
            throw new Refused(Refused.Why.SAME_PERSON, one.lastUnionOf(person, other));
        }
        if (!override && one.isDistinctFrom(two)) {
            throw new Refused(Refused.Why.DISTINCT, one.lastAbout(two));
        }
        return carryOut(Planning.merge(one, two, said), one, two);
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
        if (!family.handleKeys().containsAll(handles)) {
            throw new Refused(Refused.Why.NOT_THEIRS, family.lastAboutAny(handles));
        }
        return carryOut(Planning.split(family, handles, to, said), family);
    }

    /**
     * Two people are not one, and no evidence makes them so until somebody says otherwise.
     *
     * @throws Refused if it cannot be decided
     * @throws NotAnnounced if the broker is away and an earlier decision has to be published first
     */
    public Decided distinct(PersonKey person, PersonKey other, Said said) {
        var families = gathering.free(List.of(person, other));
        var one = known(families.get(person));
        var two = known(families.get(other));
        if (one.head().key().equals(two.head().key())) {
            throw new Refused(Refused.Why.SAME_PERSON, one.lastUnionOf(person, other));
        }
        if (one.isDistinctFrom(two)) {
            throw new Refused(Refused.Why.DISTINCT, one.lastAbout(two));
        }
        return carryOut(Planning.distinct(one.head(), two.head(), said), one, two);
    }

    /**
     * Two people who were said not to be one may be one after all. Nobody is merged by it.
     *
     * @return every decision it took: whoever was merged into either may have been said to differ as well
     * @throws Refused if it cannot be decided
     * @throws NotAnnounced if the broker is away and an earlier decision has to be published first
     */
    public List<Decided> lift(PersonKey person, PersonKey other, Said said) {
        var families = gathering.free(List.of(person, other));
        var one = known(families.get(person));
        var two = known(families.get(other));
        var lifted = new ArrayList<Decided>();
        for (var left : one.everybody()) {
            for (var right : two.everybody()) {
                if (left.isDistinctFrom(right) || right.isDistinctFrom(left)) {
                    lifted.add(carryOut(Planning.lift(fresh(left), fresh(right), said), one, two));
                }
            }
        }
        if (lifted.isEmpty()) {
            throw new Refused(Refused.Why.NOT_DISTINCT, one.lastAbout(two));
        }
        return lifted;
    }

    /**
     * A decision counts as never made: everybody has the id, the handles and the distinctions they had without it.
     *
     * @param person anybody the decision is about
     * @throws Refused if it cannot be undone, or not before a later one is
     * @throws NotAnnounced if the broker is away and an earlier decision has to be published first
     */
    public Decided undo(PersonKey person, UUID id, Said said) {
        var family = known(gathering.free(List.of(person)).get(person));
        var teller = family.everybody().stream()
                .filter(each -> History.of(each).find(id).isPresent())
                .findFirst()
                .orElseThrow(() -> new Refused(Refused.Why.UNKNOWN_DECISION));
        var decision = History.of(teller).find(id).orElseThrow();
        if (decision.other() == null || DecisionType.UNDONE.is(decision)) {
            throw new Refused(Refused.Why.NOT_UNDOABLE);
        }
        var two = gathering.free(List.of(teller.key(), teller.key().other(decision.other())));
        var other = fresh(two, teller.key().other(decision.other()));
        var fresh = fresh(two, teller.key());
        var plan = Planning.isLedBy(fresh.state(), decision)
                ? undo(fresh, other, decision, said)
                : undo(other, fresh, History.of(other).find(id).orElseThrow(), said);
        return carryOut(plan, two.values().toArray(Family[]::new));
    }

    private static Planning.Plan undo(StoredPerson lead, StoredPerson other, Decision decision, Said said) {
        var undone = History.of(lead).undoing(decision);
        if (undone.isPresent()) {
            throw new Refused(Refused.Why.ALREADY_UNDONE, undone);
        }
        var possible =
                switch (Effect.of(decision)) {
                    case UNITES ->
                        lead.state().mergedInto() == null
                                && lead.state().person().equals(other.state().mergedInto());
                    case PARTS ->
                        lead.state().mergedInto() == null
                                && other.state().mergedInto() == null
                                && History.of(other)
                                        .find(decision.id())
                                        .filter(History.of(other)::isLastMove)
                                        .isPresent();
                    case NOTES -> true;
                };
        if (!possible) {
            throw new Refused(Refused.Why.NOT_LAST, History.lastOf(lead, other));
        }
        return Planning.undo(lead, other, decision, said);
    }

    private static StoredPerson fresh(Map<PersonKey, Family> families, PersonKey key) {
        return known(families.get(key)).everybody().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refused(Refused.Why.UNKNOWN_PERSON));
    }

    /** As stored now: an earlier decision of the same request may have changed them. */
    private StoredPerson fresh(StoredPerson person) {
        return Optional.ofNullable(people.find(List.of(person.key())).get(person.key()))
                .orElseThrow(() -> new Refused(Refused.Why.UNKNOWN_PERSON));
    }

    private Decided carryOut(Planning.Plan plan, Family... seen) {
        if (!proceedings.begin(plan)) {
            throw conflict(seen);
        }
        var lead = plan.lead().key();
        var announced = announce(lead);
        var after = people.find(List.of(lead)).get(lead);
        // Who is not there any more was erased meanwhile.
        if (after == null || !after.tells(plan.decision())) {
            throw conflict(seen);
        }
        return new Decided(plan.decision(), lead, announced);
    }

    /** Whoever was faster decided something that nobody told when these people were read. */
    private Refused conflict(Family... seen) {
        var before = Stream.of(seen).flatMap(Family::told).map(Decision::id).collect(Collectors.toSet());
        return new Refused(
                Refused.Why.CONFLICT,
                now(seen).stream()
                        .flatMap(Family::told)
                        .filter(decision -> decision.other() != null && !before.contains(decision.id()))
                        .max(Comparator.comparing(Decision::at)));
    }

    private Collection<Family> now(Family... seen) {
        try {
            return gathering
                    .free(Stream.of(seen).map(family -> family.head().key()).collect(Collectors.toSet()))
                    .values();
        } catch (NotAnnounced e) {
            // The faster decision cannot be finished, and so not be named, until the broker is back.
            return List.of();
        }
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
