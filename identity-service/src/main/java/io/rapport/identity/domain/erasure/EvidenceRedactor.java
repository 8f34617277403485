package io.rapport.identity.domain.erasure;

import io.rapport.identity.domain.history.DecisionHistory;
import io.rapport.identity.domain.history.EvidenceRule;
import io.rapport.identity.domain.family.FamilyReader;
import io.rapport.identity.domain.person.HandleStateChange;
import io.rapport.identity.domain.Identity;
import io.rapport.identity.domain.outbox.IdentityOutbox;
import io.rapport.identity.domain.person.InitialStates;
import io.rapport.identity.domain.store.MatchReview;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.StoredHandle;
import io.rapport.identity.domain.person.StoredPerson;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.Evidence;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Strikes the erased out of what others tell, in an order in which whoever begins again finds what is left to do: first
 * what was found on them, in every decision that may rest on it and on both sides of it; then the same in the evidence of
 * handles, where nothing may stand that no decision tells; then suggestions; and last who they were, by which all of this
 * is found. What was compared and how much it weighed stays.
 */
public final class EvidenceRedactor {

    private final Identity.Stores stores;
    private final FamilyReader families;
    private final IdentityOutbox outbox;

    public EvidenceRedactor(Identity.Stores stores, FamilyReader families, IdentityOutbox outbox) {
        this.stores = stores;
        this.families = families;
        this.outbox = outbox;
    }

    /**
     * What was struck out.
     *
     * @param documents people and handles of others
     * @param suggestions that may have rested on the erased
     */
    record RedactionResult(long documents, List<MatchReview> suggestions) {}

    /**
     * Strikes the erased out of everybody who ever had to do with these people, and publishes them.
     *
     * @param erased tells of everybody there who and what of them was erased
     * @param at when they were erased
     */
    public RedactionResult redact(Collection<PersonKey> start, Function<Collection<StoredPerson>, RedactionScope> erased, Instant at) {
        var around = findConnected(start).values();
        var forgetting = erased.apply(around);
        var others = around.stream()
                .filter(person -> !forgetting.people().contains(person.key().person()))
                .toList();
        var telling = others.stream()
                .flatMap(person -> forgetting.affectedDecisions(person.state()))
                .collect(Collectors.toSet());
        var people = new HashSet<>(updatePeople(others, person -> RedactionScope.redactDecisions(telling, person, at)));
        var handles = telling.isEmpty() ? Set.<HandleKey>of() : redactHandles(keys(others), at);
        var concerned = others.stream()
                .filter(person -> forgetting.mentions(person.state()))
                .toList();
        var suggestions = removeSuggestions(concerned);
        people.addAll(updatePeople(concerned, person -> forgetting.removeReferences(person, at)));
        publish(people, handles);
        return new RedactionResult(people.size() + handles.size(), suggestions);
    }

    /** A handle as it is when what was told of its person before is told otherwise by now. */
    public static HandleAssigned withRedactedEvidence(HandleAssigned handle, DecisionHistory before, DecisionHistory now) {
        var evidence = handle.evidence();
        for (var old : before.decisions()) {
            var told = EvidenceRule.evidenceOf(old);
            var next = now.find(old.id()).map(EvidenceRule::evidenceOf).orElse(told);
            var at = next.equals(told) ? -1 : Collections.indexOfSubList(evidence, told);
            if (at >= 0) {
                evidence = Stream.of(evidence.subList(0, at), next, evidence.subList(at + told.size(), evidence.size()))
                        .flatMap(List::stream)
                        .toList();
            }
        }
        return evidence.equals(handle.evidence())
                ? handle
                : HandleStateChange.of(handle).evidence(evidence).build(handle.at());
    }

    /** These people and everybody connected with them by anything that was ever decided. */
    private Map<PersonKey, StoredPerson> findConnected(Collection<PersonKey> start) {
        var around = new HashMap<PersonKey, StoredPerson>();
        var seen = new HashSet<>(start);
        Collection<PersonKey> open = start;
        while (!open.isEmpty()) {
            var found = stores.people().find(open);
            around.putAll(found);
            open = found.values().stream()
                    .flatMap(EvidenceRedactor::connectedKeys)
                    .filter(seen::add)
                    .toList();
        }
        return around;
    }

    private static Stream<PersonKey> connectedKeys(StoredPerson person) {
        return Stream.concat(
                        person.state().decisions().stream().map(Decision::other),
                        person.state().distinctFrom().stream())
                .filter(Objects::nonNull)
                .map(id -> person.key().withPerson(Objects.requireNonNull(id)));
    }

    private Set<PersonKey> updatePeople(Collection<StoredPerson> found, UnaryOperator<PersonDescribed> change) {
        var changed = new HashSet<PersonKey>();
        Collection<StoredPerson> open = found;
        while (!open.isEmpty()) {
            var next = new ArrayList<StoredPerson>();
            for (var person : open) {
                var after = change.apply(person.state());
                if (after != person.state()) {
                    next.add(person.withState(after));
                }
            }
            next.forEach(person -> changed.add(person.key()));
            open = stores.people().find(stores.people().replace(next)).values();
        }
        return changed;
    }

    /** A handle comes after the decision that gives it what it tells: read the other way round, all it tells is known. */
    private Set<HandleKey> redactHandles(Set<PersonKey> others, Instant at) {
        var changed = new HashSet<HandleKey>();
        Collection<HandleAssigned> open =
                families.findHandles(stores.people().find(others).values());
        while (!open.isEmpty()) {
            var found = stores.handles()
                    .find(open.stream().map(HandleAssigned::handleKey).toList());
            var told = stores.people().find(others).values().stream()
                    .flatMap(person -> person.state().decisions().stream())
                    .map(EvidenceRule::evidenceOf)
                    .distinct()
                    .toList();
            var next = new ArrayList<StoredHandle>();
            found.values().forEach(handle -> {
                var evidence = redactUnknown(handle.state(), told);
                if (!evidence.equals(handle.state().evidence())) {
                    next.add(handle.withState(
                            HandleStateChange.of(handle.state()).evidence(evidence).build(at)));
                }
            });
            next.forEach(handle -> changed.add(handle.key()));
            open = stores.handles().find(stores.handles().replace(next)).values().stream()
                    .map(StoredHandle::state)
                    .toList();
        }
        return changed;
    }

    private static List<Evidence> redactUnknown(HandleAssigned handle, List<List<Evidence>> told) {
        var evidence = handle.evidence();
        var own = List.of(InitialStates.accountEvidence(handle.handleKey()));
        var left = new ArrayList<Evidence>();
        while (left.size() < evidence.size()) {
            var rest = evidence.subList(left.size(), evidence.size());
            left.addAll(Stream.concat(told.stream(), Stream.of(own))
                    .filter(each -> !each.isEmpty() && Collections.indexOfSubList(rest, each) == 0)
                    .max(Comparator.comparingInt(List::size))
                    .orElseGet(() -> List.of(EvidenceRule.redacted(rest.get(0)))));
        }
        return left;
    }

    private List<MatchReview> removeSuggestions(Collection<StoredPerson> concerned) {
        var removed = new ArrayList<MatchReview>();
        concerned.stream()
                .collect(Collectors.groupingBy(
                        person -> person.key().brand(),
                        Collectors.mapping(person -> person.key().person(), Collectors.<UUID>toList())))
                .forEach((brand, ids) -> removed.addAll(stores.reviews().deleteByPeople(brand, ids)));
        return removed;
    }

    private void publish(Set<PersonKey> people, Set<HandleKey> handles) {
        outbox.publishHandles(stores.handles().find(handles).values());
        outbox.publishPeople(stores.people().find(people).values().stream()
                .filter(StoredPerson::isFree)
                .toList());
    }

    private static Set<PersonKey> keys(Collection<StoredPerson> people) {
        return people.stream().map(StoredPerson::key).collect(Collectors.toSet());
    }
}
