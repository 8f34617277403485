package io.rapport.identity.domain;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads people with all that belongs to them, many at once. */
final class Families {

    private final HandleStore handles;
    private final PersonStore people;
    private final ListStore lists;

    Families(HandleStore handles, PersonStore people, ListStore lists) {
        this.handles = handles;
        this.people = people;
        this.lists = lists;
    }

    /** The family each id resolves to; unknown ids are left out. */
    Map<PersonKey, Family> of(Collection<PersonKey> keys) {
        var known = withHeads(keys);
        var headOf = new HashMap<PersonKey, StoredPerson>();
        known.keySet().forEach(key -> headOf.put(key, head(key, known)));
        var families = gather(new HashSet<>(headOf.values()));
        return keys.stream()
                .filter(headOf::containsKey)
                .distinct()
                .collect(Collectors.toMap(
                        key -> key,
                        key -> Objects.requireNonNull(families.get(
                                Objects.requireNonNull(headOf.get(key)).key()))));
    }

    /** A person and the other one of a decision, wherever that stands. */
    Scene scene(StoredPerson lead, Intent intent) {
        var otherKey = lead.key().other(intent.other());
        var other = people.find(List.of(otherKey)).get(otherKey);
        var family = Objects.requireNonNull(gather(Set.of(lead)).get(lead.key()));
        var names = new HashMap<>(family.listedNames());
        if (other != null) {
            names.putAll(listedNames(List.of(other)));
        }
        var all = new HashSet<>(handlesOf(other == null ? List.of(lead) : List.of(lead, other)));
        // Some may have moved already to somebody who is yet to be made.
        var moved = intent.decision().handles().stream().map(HandleKey::of).toList();
        handles.find(moved).values().forEach(handle -> all.add(handle.state()));
        return new Scene(new Family(lead, family.mergedStored(), family.handles(), names), other, List.copyOf(all));
    }

    private Map<PersonKey, StoredPerson> withHeads(Collection<PersonKey> keys) {
        var known = new HashMap<>(people.find(new HashSet<>(keys)));
        var missing = targets(known);
        while (!missing.isEmpty()) {
            known.putAll(people.find(missing));
            missing = targets(known);
        }
        return known;
    }

    private static Set<PersonKey> targets(Map<PersonKey, StoredPerson> known) {
        return known.values().stream()
                .filter(person -> person.state().mergedInto() != null)
                .map(person ->
                        person.key().other(Objects.requireNonNull(person.state().mergedInto())))
                .filter(key -> !known.containsKey(key))
                .collect(Collectors.toSet());
    }

    private static StoredPerson head(PersonKey key, Map<PersonKey, StoredPerson> known) {
        var person = Objects.requireNonNull(known.get(key));
        var into = person.state().mergedInto();
        return into == null ? person : head(key.other(into), known);
    }

    private Map<PersonKey, Family> gather(Set<StoredPerson> heads) {
        var merged = mergedInto(heads);
        var handlesByPerson = handlesOf(heads).stream().collect(Collectors.groupingBy(PersonKey::of));
        var gathered = new HashMap<PersonKey, Family>();
        for (var head : heads) {
            var theirs = merged.getOrDefault(head.key(), List.of());
            var all = new ArrayList<>(theirs);
            all.add(head);
            var owned = handlesByPerson.getOrDefault(head.key(), List.of());
            gathered.put(head.key(), new Family(head, theirs, owned, listedNames(all)));
        }
        return gathered;
    }

    /** Everybody whose id resolves to each head, found along the decisions that united them. */
    private Map<PersonKey, List<StoredPerson>> mergedInto(Set<StoredPerson> heads) {
        var headOf = new HashMap<PersonKey, PersonKey>();
        heads.forEach(head -> headOf.put(head.key(), head.key()));
        var merged = new HashMap<PersonKey, List<StoredPerson>>();
        Collection<StoredPerson> level = heads;
        while (!level.isEmpty()) {
            var next = new ArrayList<StoredPerson>();
            for (var person : people.find(united(level)).values()) {
                var into = mergedInto(person);
                if (into != null && headOf.containsKey(into) && !headOf.containsKey(person.key())) {
                    var head = Objects.requireNonNull(headOf.get(into));
                    headOf.put(person.key(), head);
                    merged.computeIfAbsent(head, key -> new ArrayList<>()).add(person);
                    next.add(person);
                }
            }
            level = next;
        }
        return merged;
    }

    private static Set<PersonKey> united(Collection<StoredPerson> people) {
        var united = new HashSet<PersonKey>();
        for (var person : people) {
            person.state().decisions().stream()
                    .filter(each -> DecisionType.unites(each) || DecisionType.UNDONE.is(each))
                    .map(Decision::other)
                    .filter(Objects::nonNull)
                    .forEach(other -> united.add(person.key().other(Objects.requireNonNull(other))));
        }
        return united;
    }

    private static @Nullable PersonKey mergedInto(StoredPerson person) {
        UUID into = person.state().mergedInto();
        return into == null ? null : person.key().other(into);
    }

    private Map<String, String> listedNames(Collection<StoredPerson> people) {
        var clients = people.stream()
                .map(StoredPerson::state)
                .map(PersonDescribed::clientId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (clients.isEmpty()) {
            return Map.of();
        }
        var brand = people.iterator().next().key().brand();
        return lists.clients(brand, clients).values().stream()
                .filter(row -> row.name() != null)
                .collect(Collectors.toMap(ClientListed::client, row -> Objects.requireNonNull(row.name())));
    }

    /**
     * The handles of these people. A handle comes to a person by a decision that names it, so that those who may be theirs
     * are all in their decisions, and need no search.
     */
    List<HandleAssigned> handlesOf(Collection<StoredPerson> owners) {
        var named = owners.stream()
                .flatMap(owner -> owner.state().decisions().stream())
                .flatMap(decision -> decision.handles().stream())
                .distinct()
                .map(HandleKey::of)
                .toList();
        var keys = owners.stream().map(StoredPerson::key).collect(Collectors.toSet());
        return handles.find(named).values().stream()
                .map(StoredHandle::state)
                .filter(handle -> keys.contains(PersonKey.of(handle)))
                .toList();
    }
}
