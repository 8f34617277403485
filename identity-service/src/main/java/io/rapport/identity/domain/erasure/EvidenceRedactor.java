package io.rapport.identity.domain.erasure;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.Evidence;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.identity.domain.family.FamilyReader;
import io.rapport.identity.domain.history.EvidenceRule;
import io.rapport.identity.domain.outbox.IdentityOutbox;
import io.rapport.identity.domain.person.HandleStateChange;
import io.rapport.identity.domain.person.InitialStates;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.StoredHandle;
import io.rapport.identity.domain.person.StoredPerson;
import io.rapport.identity.domain.store.HandleRepository;
import io.rapport.identity.domain.store.MatchReview;
import io.rapport.identity.domain.store.PersonRepository;
import io.rapport.identity.domain.store.ReviewRepository;
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
 * Redacts what other people and handles record about erased people. The order makes it resumable: first the evidence
 * of all decisions that may be based on them, on both sides; then the same evidence on handles, where evidence that
 * no decision gives is replaced; then suggestions; and last the references to the erased people, through which all of
 * this is found. Rules and weights are kept.
 */
public final class EvidenceRedactor {

    private final HandleRepository handles;
    private final PersonRepository people;
    private final ReviewRepository reviews;
    private final FamilyReader families;
    private final IdentityOutbox outbox;

    public EvidenceRedactor(
            HandleRepository handles,
            PersonRepository people,
            ReviewRepository reviews,
            FamilyReader families,
            IdentityOutbox outbox) {
        this.handles = handles;
        this.people = people;
        this.reviews = reviews;
        this.families = families;
        this.outbox = outbox;
    }

    /**
     * What was redacted.
     *
     * @param documents the number of redacted people and handles
     * @param suggestions the deleted suggestions, which may have been based on the erased people
     */
    record RedactionResult(long documents, List<MatchReview> suggestions) {}

    /**
     * Redacts all people connected with these by any decision, and publishes the changes.
     *
     * @param scopeOf given the connected people, returns what was erased of them
     * @param at when they were erased
     */
    public RedactionResult redact(
            Collection<PersonKey> erasedPeople,
            Function<Collection<StoredPerson>, RedactionScope> scopeOf,
            Instant at) {
        var connected = findConnected(erasedPeople).values();
        var forgetting = scopeOf.apply(connected);
        var others = connected.stream()
                .filter(person -> !forgetting.people().contains(person.key().person()))
                .toList();
        var affected = others.stream()
                .flatMap(person -> forgetting.affectedDecisions(person.state()))
                .collect(Collectors.toSet());
        var people =
                new HashSet<>(updatePeople(others, person -> RedactionScope.redactDecisions(affected, person, at)));
        var handles = affected.isEmpty() ? Set.<HandleKey>of() : redactHandles(keys(others), at);
        var mentioning = others.stream()
                .filter(person -> forgetting.mentions(person.state()))
                .toList();
        var suggestions = removeSuggestions(mentioning);
        people.addAll(updatePeople(mentioning, person -> forgetting.removeReferences(person, at)));
        publish(people, handles);
        return new RedactionResult(people.size() + handles.size(), suggestions);
    }

    /** These people and all that are connected with them by any decision. */
    private Map<PersonKey, StoredPerson> findConnected(Collection<PersonKey> erasedPeople) {
        var connected = new HashMap<PersonKey, StoredPerson>();
        var seen = new HashSet<>(erasedPeople);
        Collection<PersonKey> open = erasedPeople;
        while (!open.isEmpty()) {
            var found = this.people.find(open);
            connected.putAll(found);
            open = found.values().stream()
                    .flatMap(EvidenceRedactor::connectedKeys)
                    .filter(seen::add)
                    .toList();
        }
        return connected;
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
            open = this.people.find(this.people.replace(next)).values();
        }
        return changed;
    }

    /**
     * Handles are read before the decisions: a handle changes after the decision that gives it its evidence, so that
     * all of its evidence is then known.
     */
    private Set<HandleKey> redactHandles(Set<PersonKey> others, Instant at) {
        var changed = new HashSet<HandleKey>();
        Collection<HandleAssigned> open =
                families.findHandles(this.people.find(others).values());
        while (!open.isEmpty()) {
            var found = this.handles.find(
                    open.stream().map(HandleAssigned::handleKey).toList());
            var recorded = this.people.find(others).values().stream()
                    .flatMap(person -> person.state().decisions().stream())
                    .map(EvidenceRule::evidenceOf)
                    .distinct()
                    .toList();
            var next = new ArrayList<StoredHandle>();
            found.values().forEach(handle -> {
                var evidence = redactUnknown(handle.state(), recorded);
                if (!evidence.equals(handle.state().evidence())) {
                    next.add(handle.withState(HandleStateChange.of(handle.state())
                            .evidence(evidence)
                            .build(at)));
                }
            });
            next.forEach(handle -> changed.add(handle.key()));
            open = this.handles.find(this.handles.replace(next)).values().stream()
                    .map(StoredHandle::state)
                    .toList();
        }
        return changed;
    }

    private static List<Evidence> redactUnknown(HandleAssigned handle, List<List<Evidence>> recorded) {
        var evidence = handle.evidence();
        var own = List.of(InitialStates.accountEvidence(handle.handleKey()));
        var left = new ArrayList<Evidence>();
        while (left.size() < evidence.size()) {
            var rest = evidence.subList(left.size(), evidence.size());
            left.addAll(Stream.concat(recorded.stream(), Stream.of(own))
                    .filter(each -> !each.isEmpty() && Collections.indexOfSubList(rest, each) == 0)
                    .max(Comparator.comparingInt(List::size))
                    .orElseGet(() -> List.of(EvidenceRule.redacted(rest.get(0)))));
        }
        return left;
    }

    private List<MatchReview> removeSuggestions(Collection<StoredPerson> mentioning) {
        var removed = new ArrayList<MatchReview>();
        mentioning.stream()
                .collect(Collectors.groupingBy(
                        person -> person.key().brand(),
                        Collectors.mapping(person -> person.key().person(), Collectors.<UUID>toList())))
                .forEach((brand, ids) -> removed.addAll(this.reviews.deleteByPeople(brand, ids)));
        return removed;
    }

    private void publish(Set<PersonKey> people, Set<HandleKey> handles) {
        outbox.publishHandles(this.handles.find(handles).values());
        outbox.publishPeople(this.people.find(people).values().stream()
                .filter(StoredPerson::isFree)
                .toList());
    }

    private static Set<PersonKey> keys(Collection<StoredPerson> people) {
        return people.stream().map(StoredPerson::key).collect(Collectors.toSet());
    }
}
