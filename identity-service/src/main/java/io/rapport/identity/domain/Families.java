package io.rapport.identity.domain;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.HandleAssigned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

    /** People who lead a decision, each with the other one of it, wherever that stands. */
    Map<StoredPerson, Scene> scenes(Map<StoredPerson, Intent> leads) {
        if (leads.isEmpty()) {
            return Map.of();
        }
        var others = people.find(leads.entrySet().stream()
                .map(each -> each.getKey().key().other(each.getValue().other()))
                .collect(Collectors.toSet()));
        var families = families(leads.keySet());
        var all = new HashSet<>(leads.keySet());
        all.addAll(others.values());
        var names = listedNames(all);
        // Some may have moved already to somebody who is yet to be made.
        var moved = leads.values().stream()
                .flatMap(intent -> intent.decision().handles().stream())
                .map(HandleKey::of)
                .collect(Collectors.toSet());
        var known = new HashSet<>(handlesOf(all));
        handles.find(moved).values().forEach(handle -> known.add(handle.state()));
        var scenes = new LinkedHashMap<StoredPerson, Scene>();
        leads.forEach((lead, intent) -> {
            var other = others.get(lead.key().other(intent.other()));
            scenes.put(
                    lead,
                    new Scene(
                            Objects.requireNonNull(families.get(lead.key())).knowing(namesOf(other, names)),
                            other,
                            concerning(known, lead.key(), intent)));
        });
        return scenes;
    }

    private Map<PersonKey, Family> families(Set<StoredPerson> leads) {
        var families = new HashMap<PersonKey, Family>();
        var heads =
                leads.stream().filter(lead -> lead.state().mergedInto() == null).collect(Collectors.toSet());
        families.putAll(gather(heads));
        leads.stream().filter(lead -> !heads.contains(lead)).forEach(lead -> families.putAll(gather(Set.of(lead))));
        return families;
    }

    /** The handles that are, or are named to be, of either. */
    private static List<HandleAssigned> concerning(Set<HandleAssigned> handles, PersonKey lead, Intent intent) {
        var owners = Set.of(lead, lead.other(intent.other()));
        return handles.stream()
                .filter(handle -> owners.contains(PersonKey.of(handle))
                        || intent.decision()
                                .handles()
                                .contains(handle.handleKey().key()))
                .toList();
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
        var everybody = new HashSet<>(heads);
        merged.values().forEach(everybody::addAll);
        var names = listedNames(everybody);
        var gathered = new HashMap<PersonKey, Family>();
        for (var head : heads) {
            var theirs = merged.getOrDefault(head.key(), List.of());
            var listed = new HashMap<>(namesOf(head, names));
            theirs.forEach(person -> listed.putAll(namesOf(person, names)));
            var owned = handlesByPerson.getOrDefault(head.key(), List.of());
            gathered.put(head.key(), new Family(head, theirs, owned, listed));
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

    /** The names under which people are on the client list. */
    private Map<PersonKey, String> listedNames(Collection<StoredPerson> people) {
        var clients = people.stream()
                .filter(person -> person.state().clientId() != null)
                .collect(Collectors.groupingBy(person -> person.key().brand()));
        var names = new HashMap<PersonKey, String>();
        clients.forEach((brand, theirs) -> {
            var rows = lists.clients(
                    brand,
                    theirs.stream()
                            .map(person -> Objects.requireNonNull(person.state().clientId()))
                            .collect(Collectors.toSet()));
            theirs.forEach(person -> Optional.ofNullable(
                            rows.get(Objects.requireNonNull(person.state().clientId())))
                    .map(ClientListed::name)
                    .ifPresent(name -> names.put(person.key(), name)));
        });
        return names;
    }

    private static Map<String, String> namesOf(@Nullable StoredPerson person, Map<PersonKey, String> names) {
        var client = person == null ? null : person.state().clientId();
        var name = person == null ? null : names.get(person.key());
        return client == null || name == null ? Map.of() : Map.of(client, name);
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
