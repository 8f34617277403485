package io.rapport.identity.domain.decision;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.Decision;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.history.DecisionEffect;
import io.rapport.identity.domain.history.DecisionHistory;
import io.rapport.identity.domain.history.DecisionType;
import io.rapport.identity.domain.outbox.NotPublishedException;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.StoredPerson;
import io.rapport.identity.domain.store.PersonRepository;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The decisions that users make about people: merge, split, distinguish, revoke a distinction, and undo any of them.
 */
public final class DecisionService {

    private final SettledFamilyReader families;
    private final DecisionProtocol protocol;
    private final PersonRepository people;

    public DecisionService(SettledFamilyReader families, DecisionProtocol protocol, PersonRepository people) {
        this.families = families;
        this.protocol = protocol;
        this.people = people;
    }

    /**
     * Merges two people; the older one survives.
     *
     * @param override whether to merge them even if they are recorded as distinct
     * @throws DecisionRefusedException if the decision is not possible
     * @throws NotPublishedException if the broker is unavailable and an earlier decision has to be published first
     */
    public DecisionResult merge(PersonKey person, PersonKey other, DecisionRationale rationale, boolean override) {
        return carryOut(plan(List.of(person, other), found -> {
            var one = requireFamily(found.get(person));
            var two = requireFamily(found.get(other));
            requireTwoPeople(one, two, person, other);
            if (!override && one.isDistinctFrom(two)) {
                throw new DecisionRefusedException(
                        DecisionRefusedException.RefusalReason.DISTINCT, one.lastDecisionAbout(two));
            }
            return new PlannedDecision(DecisionPlanner.merge(one, two, rationale), List.of(one, two));
        }));
    }

    /**
     * Splits handles off a person: back to the person they were merged with, or to a new person.
     *
     * @param to the person to give the handles to, who is merged directly into the head; null for the one most
     *     recently merged with them
     * @throws DecisionRefusedException if the decision is not possible
     * @throws NotPublishedException if the broker is unavailable and an earlier decision has to be published first
     */
    public DecisionResult split(
            PersonKey person, Set<HandleKey> handles, @Nullable UUID to, DecisionRationale rationale) {
        return carryOut(plan(List.of(person), found -> {
            var family = requireFamily(found.get(person));
            if (!family.handleKeys().containsAll(handles)) {
                throw new DecisionRefusedException(
                        DecisionRefusedException.RefusalReason.NOT_THEIRS, family.lastDecisionAboutHandles(handles));
            }
            return new PlannedDecision(DecisionPlanner.split(family, handles, to, rationale), List.of(family));
        }));
    }

    /**
     * Records that two people are distinct. Evidence does not merge them until the distinction is revoked.
     *
     * @throws DecisionRefusedException if the decision is not possible
     * @throws NotPublishedException if the broker is unavailable and an earlier decision has to be published first
     */
    public DecisionResult distinct(PersonKey person, PersonKey other, DecisionRationale rationale) {
        return carryOut(plan(List.of(person, other), found -> {
            var one = requireFamily(found.get(person));
            var two = requireFamily(found.get(other));
            requireTwoPeople(one, two, person, other);
            if (one.isDistinctFrom(two)) {
                throw new DecisionRefusedException(
                        DecisionRefusedException.RefusalReason.DISTINCT, one.lastDecisionAbout(two));
            }
            return new PlannedDecision(DecisionPlanner.distinct(one.head(), two.head(), rationale), List.of(one, two));
        }));
    }

    /**
     * Revokes all distinctions between two people and those merged into them. Merges no people.
     *
     * @return the decisions made, one for each recorded distinction
     * @throws DecisionRefusedException if the decision is not possible
     * @throws NotPublishedException if the broker is unavailable and an earlier decision has to be published first
     */
    public List<DecisionResult> lift(PersonKey person, PersonKey other, DecisionRationale rationale) {
        var pairs = plan(List.of(person, other), found -> distinctPairs(found.get(person), found.get(other)));
        return pairs.stream()
                .map(pair -> carryOut(new PlannedDecision(
                        DecisionPlanner.lift(reload(pair.left()), reload(pair.right()), rationale), pair.families())))
                .toList();
    }

    /** Two people who are recorded as distinct, and their families. */
    private record DistinctPair(StoredPerson left, StoredPerson right, List<PersonFamily> families) {}

    private static List<DistinctPair> distinctPairs(@Nullable PersonFamily person, @Nullable PersonFamily other) {
        var one = requireFamily(person);
        var two = requireFamily(other);
        var pairs = one.members().stream()
                .flatMap(left -> two.members().stream()
                        .filter(right -> left.isDistinctFrom(right) || right.isDistinctFrom(left))
                        .map(right -> new DistinctPair(left, right, List.of(one, two))))
                .toList();
        if (pairs.isEmpty()) {
            throw new DecisionRefusedException(
                    DecisionRefusedException.RefusalReason.NOT_DISTINCT, one.lastDecisionAbout(two));
        }
        return pairs;
    }

    /**
     * Undoes a decision: ids, handles and distinctions become what they are without it.
     *
     * @param person any person the decision is about
     * @throws DecisionRefusedException if the decision cannot be undone, or not before a later one
     * @throws NotPublishedException if the broker is unavailable and an earlier decision has to be published first
     */
    public DecisionResult undo(PersonKey person, UUID id, DecisionRationale rationale) {
        return carryOut(StablePlanning.plan(() -> readForUndo(person, id), found -> {
            var member = findRecording(requireFamily(found.get(person)), id)
                    .orElseThrow(() ->
                            new DecisionRefusedException(DecisionRefusedException.RefusalReason.UNKNOWN_DECISION));
            var decision = member.history().find(id).orElseThrow();
            var otherKey = findUndoablePartner(member, decision)
                    .orElseThrow(
                            () -> new DecisionRefusedException(DecisionRefusedException.RefusalReason.NOT_UNDOABLE));
            var other = requirePerson(found, otherKey);
            var plan = DecisionPlanner.isLedBy(member.state(), decision)
                    ? undo(member, other, decision, rationale)
                    : undo(other, member, other.history().find(id).orElseThrow(), rationale);
            return new PlannedDecision(plan, found.values());
        }));
    }

    /** The family of a person and, if it has recorded the decision, the family of the other person of the decision. */
    private Map<PersonKey, PersonFamily> readForUndo(PersonKey person, UUID id) {
        var found = families.find(List.of(person));
        return Optional.ofNullable(found.get(person))
                .flatMap(family -> findRecording(family, id))
                .flatMap(member ->
                        findUndoablePartner(member, member.history().find(id).orElseThrow()))
                .map(other -> families.find(List.of(person, other)))
                .orElse(found);
    }

    /** The member of a family that has recorded a decision. */
    private static Optional<StoredPerson> findRecording(PersonFamily family, UUID id) {
        return family.members().stream()
                .filter(each -> each.history().find(id).isPresent())
                .findFirst();
    }

    /** The other person of a decision; empty if it cannot be undone. */
    private static Optional<PersonKey> findUndoablePartner(StoredPerson member, Decision decision) {
        return DecisionType.UNDONE.matches(decision)
                ? Optional.empty()
                : Optional.ofNullable(decision.other())
                        .map(other -> member.key().withPerson(other));
    }

    private static DecisionPlanner.DecisionPlan undo(
            StoredPerson lead, StoredPerson other, Decision decision, DecisionRationale rationale) {
        var undone = lead.history().findUndoOf(decision);
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
                                && other.history()
                                        .find(decision.id())
                                        .filter(other.history()::isLastMove)
                                        .isPresent();
                    case NONE -> true;
                };
        if (!possible) {
            throw new DecisionRefusedException(
                    DecisionRefusedException.RefusalReason.NOT_LAST,
                    DecisionHistory.lastBetween(lead.state(), other.state()));
        }
        return DecisionPlanner.undo(lead, other, decision, rationale);
    }

    private static StoredPerson requirePerson(Map<PersonKey, PersonFamily> families, PersonKey key) {
        return requireFamily(families.get(key)).members().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new DecisionRefusedException(DecisionRefusedException.RefusalReason.UNKNOWN_PERSON));
    }

    /** Reloads a person that an earlier decision of the same request may have changed. */
    private StoredPerson reload(StoredPerson person) {
        return Optional.ofNullable(people.find(List.of(person.key())).get(person.key()))
                .orElseThrow(() -> new DecisionRefusedException(DecisionRefusedException.RefusalReason.UNKNOWN_PERSON));
    }

    /**
     * A planned decision.
     *
     * @param seen the families that it was planned on
     */
    private record PlannedDecision(DecisionPlanner.DecisionPlan plan, Collection<PersonFamily> seen) {}

    private <T> T plan(List<PersonKey> people, Function<Map<PersonKey, PersonFamily>, T> planning) {
        return StablePlanning.plan(() -> families.find(people), planning);
    }

    private DecisionResult carryOut(PlannedDecision planned) {
        var plan = planned.plan();
        if (!protocol.writeIntents(plan)) {
            throw conflict(planned.seen());
        }
        var lead = plan.lead().key();
        var announced = complete(lead);
        var after = people.find(List.of(lead)).get(lead);
        // A person that is gone was erased concurrently.
        if (after == null || !after.hasDecision(plan.decision())) {
            throw conflict(planned.seen());
        }
        return new DecisionResult(plan.decision(), lead, announced);
    }

    /** The conflict with a decision that was recorded after these people were read. */
    private DecisionRefusedException conflict(Collection<PersonFamily> seen) {
        var before = seen.stream()
                .flatMap(PersonFamily::allDecisions)
                .map(Decision::id)
                .collect(Collectors.toSet());
        return new DecisionRefusedException(
                DecisionRefusedException.RefusalReason.CONFLICT,
                currentFamilies(seen).stream()
                        .flatMap(PersonFamily::allDecisions)
                        .filter(decision -> decision.other() != null && !before.contains(decision.id()))
                        .max(Comparator.comparing(Decision::at)));
    }

    private Collection<PersonFamily> currentFamilies(Collection<PersonFamily> seen) {
        try {
            return families.find(
                            seen.stream().map(family -> family.head().key()).collect(Collectors.toSet()))
                    .values();
        } catch (NotPublishedException e) {
            // The concurrent decision cannot be completed, and so cannot be named, while the broker is unavailable.
            return List.of();
        }
    }

    private boolean complete(PersonKey lead) {
        try {
            protocol.complete(List.of(lead));
            return true;
        } catch (NotPublishedException e) {
            return false;
        }
    }

    private static void requireTwoPeople(PersonFamily one, PersonFamily two, PersonKey person, PersonKey other) {
        if (one.head().key().equals(two.head().key())) {
            throw new DecisionRefusedException(
                    DecisionRefusedException.RefusalReason.SAME_PERSON, one.lastUnion(person, other));
        }
    }

    private static PersonFamily requireFamily(@Nullable PersonFamily family) {
        if (family == null) {
            throw new DecisionRefusedException(DecisionRefusedException.RefusalReason.UNKNOWN_PERSON);
        }
        return family;
    }
}
