package io.rapport.identity.domain;

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
final class Striking {

    private final Identity.Stores stores;
    private final Families families;
    private final Outbox outbox;

    Striking(Identity.Stores stores, Families families, Outbox outbox) {
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
    record Struck(long documents, List<Review> suggestions) {}

    /**
     * Strikes the erased out of everybody who ever had to do with these people, and publishes them.
     *
     * @param erased tells of everybody there who and what of them was erased
     * @param at when they were erased
     */
    Struck out(Collection<PersonKey> start, Function<Collection<StoredPerson>, Forgetting> erased, Instant at) {
        var around = around(start).values();
        var forgetting = erased.apply(around);
        var others = around.stream()
                .filter(person -> !forgetting.people().contains(person.key().person()))
                .toList();
        var telling = others.stream()
                .flatMap(person -> forgetting.tellingOf(person.state()))
                .collect(Collectors.toSet());
        var people = new HashSet<>(people(others, person -> Forgetting.striking(telling, person, at)));
        var handles = telling.isEmpty() ? Set.<HandleKey>of() : handles(keys(others), at);
        var concerned = others.stream()
                .filter(person -> forgetting.concerns(person.state()))
                .toList();
        var suggestions = suggestions(concerned);
        people.addAll(people(concerned, person -> forgetting.in(person, at)));
        publish(people, handles);
        return new Struck(people.size() + handles.size(), suggestions);
    }

    /** A handle as it is when what was told of its person before is told otherwise by now. */
    static HandleAssigned retold(HandleAssigned handle, History before, History now) {
        var evidence = handle.evidence();
        for (var old : before.told()) {
            var told = Rule.evidenceOf(old);
            var next = now.find(old.id()).map(Rule::evidenceOf).orElse(told);
            var at = next.equals(told) ? -1 : Collections.indexOfSubList(evidence, told);
            if (at >= 0) {
                evidence = Stream.of(evidence.subList(0, at), next, evidence.subList(at + told.size(), evidence.size()))
                        .flatMap(List::stream)
                        .toList();
            }
        }
        return evidence.equals(handle.evidence())
                ? handle
                : HandleChange.of(handle).evidence(evidence).at(handle.at());
    }

    /** These people and everybody connected with them by anything that was ever decided. */
    private Map<PersonKey, StoredPerson> around(Collection<PersonKey> start) {
        var around = new HashMap<PersonKey, StoredPerson>();
        var seen = new HashSet<>(start);
        Collection<PersonKey> open = start;
        while (!open.isEmpty()) {
            var found = stores.people().find(open);
            around.putAll(found);
            open = found.values().stream()
                    .flatMap(Striking::others)
                    .filter(seen::add)
                    .toList();
        }
        return around;
    }

    private static Stream<PersonKey> others(StoredPerson person) {
        return Stream.concat(
                        person.state().decisions().stream().map(Decision::other),
                        person.state().distinctFrom().stream())
                .filter(Objects::nonNull)
                .map(id -> person.key().other(Objects.requireNonNull(id)));
    }

    private Set<PersonKey> people(Collection<StoredPerson> found, UnaryOperator<PersonDescribed> change) {
        var changed = new HashSet<PersonKey>();
        Collection<StoredPerson> open = found;
        while (!open.isEmpty()) {
            var next = new ArrayList<StoredPerson>();
            for (var person : open) {
                var after = change.apply(person.state());
                if (after != person.state()) {
                    next.add(person.next(after));
                }
            }
            next.forEach(person -> changed.add(person.key()));
            open = stores.people().find(stores.people().replace(next)).values();
        }
        return changed;
    }

    /** A handle comes after the decision that gives it what it tells: read the other way round, all it tells is known. */
    private Set<HandleKey> handles(Set<PersonKey> others, Instant at) {
        var changed = new HashSet<HandleKey>();
        Collection<HandleAssigned> open =
                families.handlesOf(stores.people().find(others).values());
        while (!open.isEmpty()) {
            var found = stores.handles()
                    .find(open.stream().map(HandleAssigned::handleKey).toList());
            var told = stores.people().find(others).values().stream()
                    .flatMap(person -> person.state().decisions().stream())
                    .map(Rule::evidenceOf)
                    .distinct()
                    .toList();
            var next = new ArrayList<StoredHandle>();
            found.values().forEach(handle -> {
                var evidence = told(handle.state(), told);
                if (!evidence.equals(handle.state().evidence())) {
                    next.add(handle.next(
                            HandleChange.of(handle.state()).evidence(evidence).at(at)));
                }
            });
            next.forEach(handle -> changed.add(handle.key()));
            open = stores.handles().find(stores.handles().replace(next)).values().stream()
                    .map(StoredHandle::state)
                    .toList();
        }
        return changed;
    }

    private static List<Evidence> told(HandleAssigned handle, List<List<Evidence>> told) {
        var evidence = handle.evidence();
        var own = List.of(Beginnings.account(handle.handleKey()));
        var left = new ArrayList<Evidence>();
        while (left.size() < evidence.size()) {
            var rest = evidence.subList(left.size(), evidence.size());
            left.addAll(Stream.concat(told.stream(), Stream.of(own))
                    .filter(each -> !each.isEmpty() && Collections.indexOfSubList(rest, each) == 0)
                    .max(Comparator.comparingInt(List::size))
                    .orElseGet(() -> List.of(Rule.struck(rest.get(0)))));
        }
        return left;
    }

    private List<Review> suggestions(Collection<StoredPerson> concerned) {
        var removed = new ArrayList<Review>();
        concerned.stream()
                .collect(Collectors.groupingBy(
                        person -> person.key().brand(),
                        Collectors.mapping(person -> person.key().person(), Collectors.<UUID>toList())))
                .forEach((brand, ids) -> removed.addAll(stores.reviews().removeAbout(brand, ids)));
        return removed;
    }

    private void publish(Set<PersonKey> people, Set<HandleKey> handles) {
        outbox.handles(stores.handles().find(handles).values());
        outbox.people(stores.people().find(people).values().stream()
                .filter(StoredPerson::isFree)
                .toList());
    }

    private static Set<PersonKey> keys(Collection<StoredPerson> people) {
        return people.stream().map(StoredPerson::key).collect(Collectors.toSet());
    }
}
