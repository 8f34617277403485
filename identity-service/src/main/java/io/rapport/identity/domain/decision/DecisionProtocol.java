package io.rapport.identity.domain.decision;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.identity.domain.family.FamilyReader;
import io.rapport.identity.domain.history.DecisionEffect;
import io.rapport.identity.domain.outbox.IdentityOutbox;
import io.rapport.identity.domain.outbox.NotPublishedException;
import io.rapport.identity.domain.person.DecisionIntent;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.StoredHandle;
import io.rapport.identity.domain.person.StoredPerson;
import io.rapport.identity.domain.store.HandleRepository;
import io.rapport.identity.domain.store.PersonRepository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Carries out decisions in idempotent steps, each of which any instance may repeat or take over:
 *
 * <ol>
 *   <li>write the intent into the leading person (optimistic lock);
 *   <li>record the decision in the other person by compare-and-set, which commits it; if the other person changed
 *       since, the decision is aborted;
 *   <li>record it in the leading person and publish them: from here on the topics alone suffice to complete it;
 *   <li>move the handles and publish them;
 *   <li>publish the other person and release both.
 * </ol>
 *
 * The leading person is published first and the other person last. A decision that only one of them has recorded is
 * partially published, and is completed when a store is rebuilt.
 */
public final class DecisionProtocol {

    private final HandleRepository handles;
    private final PersonRepository people;
    private final FamilyReader families;
    private final DecisionContextReader contexts;
    private final IdentityOutbox outbox;

    public DecisionProtocol(
            HandleRepository handles,
            PersonRepository people,
            FamilyReader families,
            DecisionContextReader contexts,
            IdentityOutbox outbox) {
        this.handles = handles;
        this.people = people;
        this.families = families;
        this.contexts = contexts;
        this.outbox = outbox;
    }

    /** Writes the intent of a decision. Returns false if the leading person has changed, even by the same intent. */
    boolean writeIntents(DecisionPlanner.DecisionPlan plan) {
        return people.replace(plan.leadWithIntent());
    }

    /** Writes the intents of decisions; returns the leading people that have changed meanwhile. */
    public Set<PersonKey> writeIntents(Collection<DecisionPlanner.DecisionPlan> plans) {
        return people.replace(
                plans.stream().map(DecisionPlanner.DecisionPlan::leadWithIntent).toList());
    }

    /**
     * Carries out the decisions that these people lead.
     *
     * @return the people whose decision is committed; the decisions of the others were aborted or completed by
     *     another instance
     * @throws NotPublishedException if the broker is unavailable; committed decisions are completed later
     */
    public List<PersonKey> complete(Collection<PersonKey> leads) {
        var decided = commit(leads);
        if (decided.isEmpty()) {
            return List.of();
        }
        outbox.publishPeople(people.find(decided.keySet()).values());
        outbox.publishHandles(moveHandles(decided));
        outbox.publishPeople(people.find(otherKeys(decided)).values());
        release(decided);
        return List.copyOf(decided.keySet());
    }

    /** Records each decision in both people or in neither; returns the committed intents. */
    private Map<PersonKey, DecisionIntent> commit(Collection<PersonKey> leads) {
        var decided = new LinkedHashMap<PersonKey, DecisionIntent>();
        for (var open = findOpenIntents(leads); !open.isEmpty(); ) {
            var next = new LinkedHashMap<PersonKey, StoredPerson>();
            for (var each : contexts.find(open).entrySet()) {
                var lead = each.getKey();
                var intent = Objects.requireNonNull(open.get(lead));
                if (!hasDecision(each.getValue().other(), intent.decision())) {
                    nextWriteForOther(each.getValue(), lead, intent)
                            .ifPresent(person -> next.putIfAbsent(person.key(), person));
                } else {
                    decided.put(lead.key(), intent);
                    if (!lead.hasDecision(intent.decision())) {
                        next.put(lead.key(), lead.withState(each.getValue().leaderAfter(intent.decision())));
                    }
                }
            }
            // A person that was changed concurrently is read again.
            people.replace(next.values()).forEach(decided::remove);
            open = findOpenIntents(open.keySet().stream()
                    .map(StoredPerson::key)
                    .filter(key -> !decided.containsKey(key))
                    .toList());
        }
        return decided;
    }

    private Map<StoredPerson, DecisionIntent> findOpenIntents(Collection<PersonKey> leads) {
        var leading = new LinkedHashMap<StoredPerson, DecisionIntent>();
        people.find(leads).values().stream()
                .filter(person -> person.intent() != null)
                .sorted(Comparator.comparing(person -> person.key().key()))
                .forEach(person -> leading.put(person, Objects.requireNonNull(person.intent())));
        return leading;
    }

    /** The next write that commits the decision in the other person or aborts it. */
    private Optional<StoredPerson> nextWriteForOther(DecisionContext scene, StoredPerson lead, DecisionIntent intent) {
        var other = scene.other();
        var revision = other == null ? DecisionIntent.ABSENT : other.revision();
        if (revision != intent.otherRevision()) {
            return Optional.of(lead.withIntent(null));
        }
        var after = scene.otherAfter(intent.decision());
        if (other == null) {
            people.insertIfAbsent(
                    new StoredPerson(after, 0, true, null, lead.state().person()));
            return Optional.empty();
        }
        return Optional.of(other.withState(after, lead.state().person()));
    }

    private static boolean hasDecision(@Nullable StoredPerson other, Decision decision) {
        return other != null && other.hasDecision(decision);
    }

    /** Moves the handles of the decisions; returns those that are unpublished. */
    private Collection<StoredHandle> moveHandles(Map<PersonKey, DecisionIntent> decided) {
        var leads = people.find(decided.keySet());
        var due = new LinkedHashMap<HandleKey, StoredHandle>();
        var pending = new LinkedHashMap<HandleKey, HandleTransfer>();
        for (var each : decided.entrySet()) {
            var lead = leads.get(each.getKey());
            if (lead == null) {
                // Another instance completed the decision and erased the person.
                continue;
            }
            var decision = each.getValue().decision();
            var transfer = HandleTransfer.of(decision, lead.state());
            var keys = affectedHandles(lead, decision);
            // Handles named by two decisions are moved by one after the other.
            if (keys.stream().anyMatch(pending::containsKey)) {
                due.putAll(moveHandles(pending.keySet(), pending));
                pending.clear();
            }
            keys.forEach(key -> pending.put(key, transfer));
        }
        due.putAll(moveHandles(pending.keySet(), pending));
        due.putAll(applyRedactions(leads, due));
        return due.values().stream().filter(StoredHandle::unpublished).toList();
    }

    /** Applies redactions that an erasure made to the leading people while their handles were being moved. */
    private Map<HandleKey, StoredHandle> applyRedactions(
            Map<PersonKey, StoredPerson> leads, Map<HandleKey, StoredHandle> due) {
        var redacted = new LinkedHashMap<HandleKey, StoredHandle>();
        people.find(leads.keySet()).forEach((key, now) -> {
            var before = Objects.requireNonNull(leads.get(key));
            if (!before.state().decisions().equals(now.state().decisions())) {
                var historyBefore = before.history();
                redacted.putAll(updateHandles(
                        due.keySet(),
                        handle -> HandleTransfer.withRevisedEvidence(handle.state(), historyBefore, now.history())));
            }
        });
        return redacted;
    }

    private Map<HandleKey, StoredHandle> moveHandles(Set<HandleKey> keys, Map<HandleKey, HandleTransfer> transfers) {
        return updateHandles(
                keys,
                handle -> Objects.requireNonNull(transfers.get(handle.key())).apply(handle.state()));
    }

    private Map<HandleKey, StoredHandle> updateHandles(
            Set<HandleKey> keys, Function<StoredHandle, HandleAssigned> change) {
        while (true) {
            var found = handles.find(keys);
            var changed = changedHandles(found, change);
            if (handles.replace(changed.values()).isEmpty()) {
                found.putAll(changed);
                return found;
            }
        }
    }

    private List<HandleKey> affectedHandles(StoredPerson lead, Decision decision) {
        var effect = lead.history().effect(decision);
        if (effect == DecisionEffect.NONE) {
            return List.of();
        }
        var named = Stream.concat(decision.handles().stream(), Stream.ofNullable(decision.foundOn()))
                .map(HandleKey::of)
                .toList();
        return named.isEmpty()
                ? families.findHandles(List.of(lead)).stream()
                        .map(HandleAssigned::handleKey)
                        .toList()
                : named;
    }

    private static Map<HandleKey, StoredHandle> changedHandles(
            Map<HandleKey, StoredHandle> found, Function<StoredHandle, HandleAssigned> change) {
        var changed = new LinkedHashMap<HandleKey, StoredHandle>();
        found.forEach((key, handle) -> {
            var after = change.apply(handle);
            if (after != handle.state()) {
                changed.put(key, handle.withState(after));
            }
        });
        return changed;
    }

    private static List<PersonKey> otherKeys(Map<PersonKey, DecisionIntent> decided) {
        var others = new ArrayList<PersonKey>();
        decided.forEach((lead, intent) -> others.add(lead.withPerson(intent.otherPerson())));
        return others;
    }

    /** Releases the other people first, so that a locked person always has a leading person. */
    private void release(Map<PersonKey, DecisionIntent> decided) {
        var keys = Set.copyOf(otherKeys(decided));
        for (var held = findLocked(keys, decided); !held.isEmpty(); held = findLocked(keys, decided)) {
            people.replace(held.stream().map(person -> person.withLock(null)).toList());
        }
        for (var open = findUndecided(decided); !open.isEmpty(); open = findUndecided(decided)) {
            people.replace(open.stream().map(person -> person.withIntent(null)).toList());
        }
    }

    private List<StoredPerson> findLocked(Set<PersonKey> others, Map<PersonKey, DecisionIntent> decided) {
        return people.find(others).values().stream()
                .filter(person -> person.lockedBy() != null)
                .filter(person -> isAbout(decided.get(person.leader()), person))
                .toList();
    }

    private static boolean isAbout(@Nullable DecisionIntent intent, StoredPerson person) {
        return intent != null && intent.otherPerson().equals(person.state().person());
    }

    private List<StoredPerson> findUndecided(Map<PersonKey, DecisionIntent> decided) {
        return people.find(decided.keySet()).values().stream()
                .filter(person -> hasIntent(person, Objects.requireNonNull(decided.get(person.key()))))
                .toList();
    }

    private static boolean hasIntent(StoredPerson person, DecisionIntent intent) {
        return person.intent() != null
                && person.intent().decision().id().equals(intent.decision().id());
    }
}
