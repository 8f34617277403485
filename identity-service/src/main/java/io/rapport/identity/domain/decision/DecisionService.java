package io.rapport.identity.domain.decision;

import io.rapport.identity.domain.history.DecisionEffect;
import io.rapport.identity.domain.history.DecisionHistory;
import io.rapport.identity.domain.history.DecisionType;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.store.PersonRepository;
import io.rapport.identity.domain.person.StoredPerson;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.Decision;
import io.rapport.identity.domain.outbox.IdentityEventPublisher.NotPublishedException;
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
public final class DecisionService {

    private final SettledFamilyReader gathering;
    private final DecisionProtocol proceedings;
    private final PersonRepository people;

    public DecisionService(SettledFamilyReader gathering, DecisionProtocol proceedings, PersonRepository people) {
        this.gathering = gathering;
        this.proceedings = proceedings;
        this.people = people;
    }

    /**
     * Two people are one; the older survives.
     *
     * @param override whether it holds even if it was said before that they are not the same
     * @throws DecisionRefusedException if it cannot be decided
     * @throws NotAnnounced if the broker is away and an earlier decision has to be published first
     */
    public DecisionResult merge(PersonKey person, PersonKey other, DecisionRationale said, boolean override) {
        var families = gathering.find(List.of(person, other));
        var one = requireFamily(families.get(person));
        var two = requireFamily(families.get(other));
        if (one.head().key().equals(two.head().key())) {
            throw new DecisionRefusedException(DecisionRefusedException.RefusalReason.SAME_PERSON, one.lastUnion(person, other));
        }
        if (!override && one.isDistinctFrom(two)) {
            throw new DecisionRefusedException(DecisionRefusedException.RefusalReason.DISTINCT, one.lastDecisionAbout(two));
        }
        return carryOut(DecisionPlanner.merge(one, two, said), one, two);
    }

    /**
     * Some handles of a person are somebody else's: of the person they came with, or of somebody new.
     *
     * @param to whom to give them to, of those merged into this very person; null for whoever came with them last
     * @throws DecisionRefusedException if it cannot be decided
     * @throws NotAnnounced if the broker is away and an earlier decision has to be published first
     */
    public DecisionResult split(PersonKey person, Set<HandleKey> handles, @Nullable UUID to, DecisionRationale said) {
        var family = requireFamily(gathering.find(List.of(person)).get(person));
        if (!family.handleKeys().containsAll(handles)) {
            throw new DecisionRefusedException(DecisionRefusedException.RefusalReason.NOT_THEIRS, family.lastDecisionAboutHandles(handles));
        }
        return carryOut(DecisionPlanner.split(family, handles, to, said), family);
    }

    /**
     * Two people are not one, and no evidence makes them so until somebody says otherwise.
     *
     * @throws DecisionRefusedException if it cannot be decided
     * @throws NotAnnounced if the broker is away and an earlier decision has to be published first
     */
    public DecisionResult distinct(PersonKey person, PersonKey other, DecisionRationale said) {
        var families = gathering.find(List.of(person, other));
        var one = requireFamily(families.get(person));
        var two = requireFamily(families.get(other));
        if (one.head().key().equals(two.head().key())) {
            throw new DecisionRefusedException(DecisionRefusedException.RefusalReason.SAME_PERSON, one.lastUnion(person, other));
        }
        if (one.isDistinctFrom(two)) {
            throw new DecisionRefusedException(DecisionRefusedException.RefusalReason.DISTINCT, one.lastDecisionAbout(two));
        }
        return carryOut(DecisionPlanner.distinct(one.head(), two.head(), said), one, two);
    }

    /**
     * Two people who were said not to be one may be one after all. Nobody is merged by it.
     *
     * @return every decision it took: whoever was merged into either may have been said to differ as well
     * @throws DecisionRefusedException if it cannot be decided
     * @throws NotAnnounced if the broker is away and an earlier decision has to be published first
     */
    public List<DecisionResult> lift(PersonKey person, PersonKey other, DecisionRationale said) {
        var families = gathering.find(List.of(person, other));
        var one = requireFamily(families.get(person));
        var two = requireFamily(families.get(other));
        var lifted = new ArrayList<DecisionResult>();
        for (var left : one.members()) {
            for (var right : two.members()) {
                if (left.isDistinctFrom(right) || right.isDistinctFrom(left)) {
                    lifted.add(carryOut(DecisionPlanner.lift(reload(left), reload(right), said), one, two));
                }
            }
        }
        if (lifted.isEmpty()) {
            throw new DecisionRefusedException(DecisionRefusedException.RefusalReason.NOT_DISTINCT, one.lastDecisionAbout(two));
        }
        return lifted;
    }

    /**
     * A decision counts as never made: everybody has the id, the handles and the distinctions they had without it.
     *
     * @param person anybody the decision is about
     * @throws DecisionRefusedException if it cannot be undone, or not before a later one is
     * @throws NotAnnounced if the broker is away and an earlier decision has to be published first
     */
    public DecisionResult undo(PersonKey person, UUID id, DecisionRationale said) {
        var family = requireFamily(gathering.find(List.of(person)).get(person));
        var teller = family.members().stream()
                .filter(each -> DecisionHistory.of(each).find(id).isPresent())
                .findFirst()
                .orElseThrow(() -> new DecisionRefusedException(DecisionRefusedException.RefusalReason.UNKNOWN_DECISION));
        var decision = DecisionHistory.of(teller).find(id).orElseThrow();
        if (decision.other() == null || DecisionType.UNDONE.matches(decision)) {
            throw new DecisionRefusedException(DecisionRefusedException.RefusalReason.NOT_UNDOABLE);
        }
        var two = gathering.find(List.of(teller.key(), teller.key().withPerson(decision.other())));
        var other = reload(two, teller.key().withPerson(decision.other()));
        var fresh = reload(two, teller.key());
        var plan = DecisionPlanner.isLedBy(fresh.state(), decision)
                ? undo(fresh, other, decision, said)
                : undo(other, fresh, DecisionHistory.of(other).find(id).orElseThrow(), said);
        return carryOut(plan, two.values().toArray(PersonFamily[]::new));
    }

    private static DecisionPlanner.DecisionPlan undo(StoredPerson lead, StoredPerson other, Decision decision, DecisionRationale said) {
        var undone = DecisionHistory.of(lead).findUndoOf(decision);
        if (undone.isPresent()) {
            throw new DecisionRefusedException(DecisionRefusedException.RefusalReason.ALREADY_UNDONE, undone);
        }
        var possible =
                switch (DecisionEffect.of(decision)) {
                    case MERGE ->
                        lead.state().mergedInto() == null
                                && lead.state().person().equals(other.state().mergedInto());
                    case SEPARATE ->
                        lead.state().mergedInto() == null
                                && other.state().mergedInto() == null
                                && DecisionHistory.of(other)
                                        .find(decision.id())
                                        .filter(DecisionHistory.of(other)::isLastMove)
                                        .isPresent();
                    case NONE -> true;
                };
        if (!possible) {
            throw new DecisionRefusedException(DecisionRefusedException.RefusalReason.NOT_LAST, DecisionHistory.lastBetween(lead, other));
        }
        return DecisionPlanner.undo(lead, other, decision, said);
    }

    private static StoredPerson reload(Map<PersonKey, PersonFamily> families, PersonKey key) {
        return requireFamily(families.get(key)).members().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new DecisionRefusedException(DecisionRefusedException.RefusalReason.UNKNOWN_PERSON));
    }

    /** As stored now: an earlier decision of the same request may have changed them. */
    private StoredPerson reload(StoredPerson person) {
        return Optional.ofNullable(people.find(List.of(person.key())).get(person.key()))
                .orElseThrow(() -> new DecisionRefusedException(DecisionRefusedException.RefusalReason.UNKNOWN_PERSON));
    }

    private DecisionResult carryOut(DecisionPlanner.DecisionPlan plan, PersonFamily... seen) {
        if (!proceedings.writeIntents(plan)) {
            throw conflict(seen);
        }
        var lead = plan.lead().key();
        var announced = complete(lead);
        var after = people.find(List.of(lead)).get(lead);
        // Who is not there any more was erased meanwhile.
        if (after == null || !after.hasDecision(plan.decision())) {
            throw conflict(seen);
        }
        return new DecisionResult(plan.decision(), lead, announced);
    }

    /** Whoever was faster decided something that nobody told when these people were read. */
    private DecisionRefusedException conflict(PersonFamily... seen) {
        var before = Stream.of(seen).flatMap(PersonFamily::allDecisions).map(Decision::id).collect(Collectors.toSet());
        return new DecisionRefusedException(
                DecisionRefusedException.RefusalReason.CONFLICT,
                currentFamilies(seen).stream()
                        .flatMap(PersonFamily::allDecisions)
                        .filter(decision -> decision.other() != null && !before.contains(decision.id()))
                        .max(Comparator.comparing(Decision::at)));
    }

    private Collection<PersonFamily> currentFamilies(PersonFamily... seen) {
        try {
            return gathering
                    .find(Stream.of(seen).map(family -> family.head().key()).collect(Collectors.toSet()))
                    .values();
        } catch (NotPublishedException e) {
            // The faster decision cannot be finished, and so not be named, until the broker is back.
            return List.of();
        }
    }

    private boolean complete(PersonKey lead) {
        try {
            proceedings.complete(List.of(lead));
            return true;
        } catch (NotPublishedException e) {
            return false;
        }
    }

    private static PersonFamily requireFamily(@Nullable PersonFamily family) {
        if (family == null) {
            throw new DecisionRefusedException(DecisionRefusedException.RefusalReason.UNKNOWN_PERSON);
        }
        return family;
    }
}
