package io.rapport.identity.domain.family;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.identity.domain.history.DecisionType;
import io.rapport.identity.domain.person.ListedName;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.StoredHandle;
import io.rapport.identity.domain.person.StoredPerson;
import io.rapport.identity.domain.store.BrandListRepository;
import io.rapport.identity.domain.store.HandleRepository;
import io.rapport.identity.domain.store.PersonRepository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads families, many with a constant number of reads. */
public final class FamilyReader {

    private final HandleRepository handles;
    private final PersonRepository people;
    private final BrandListRepository lists;

    public FamilyReader(HandleRepository handles, PersonRepository people, BrandListRepository lists) {
        this.handles = handles;
        this.people = people;
        this.lists = lists;
    }

    /** The family each id resolves to; unknown ids are left out. */
    public Map<PersonKey, PersonFamily> find(Collection<PersonKey> keys) {
        var known = loadWithHeads(keys);
        var headOf = new HashMap<PersonKey, StoredPerson>();
        known.keySet().forEach(key -> headOf.put(key, resolveHead(key, known)));
        var families = assemble(new HashSet<>(headOf.values()));
        return keys.stream()
                .filter(headOf::containsKey)
                .distinct()
                .collect(Collectors.toMap(
                        key -> key,
                        key -> Objects.requireNonNull(families.get(
                                Objects.requireNonNull(headOf.get(key)).key()))));
    }

    /**
     * The family of each of these people as if they were its head; a person who is merged is assembled on their own.
     */
    public Map<PersonKey, PersonFamily> assembleLeads(Set<StoredPerson> leads) {
        var families = new HashMap<PersonKey, PersonFamily>();
        var heads =
                leads.stream().filter(lead -> lead.state().mergedInto() == null).collect(Collectors.toSet());
        families.putAll(assemble(heads));
        leads.stream().filter(lead -> !heads.contains(lead)).forEach(lead -> families.putAll(assemble(Set.of(lead))));
        return families;
    }

    private Map<PersonKey, StoredPerson> loadWithHeads(Collection<PersonKey> keys) {
        var known = new HashMap<>(people.find(new HashSet<>(keys)));
        var missing = missingMergeTargets(known);
        while (!missing.isEmpty()) {
            known.putAll(people.find(missing));
            missing = missingMergeTargets(known);
        }
        return known;
    }

    private static Set<PersonKey> missingMergeTargets(Map<PersonKey, StoredPerson> known) {
        return known.values().stream()
                .filter(person -> person.state().mergedInto() != null)
                .map(person -> person.key()
                        .withPerson(Objects.requireNonNull(person.state().mergedInto())))
                .filter(key -> !known.containsKey(key))
                .collect(Collectors.toSet());
    }

    private static StoredPerson resolveHead(PersonKey key, Map<PersonKey, StoredPerson> known) {
        var person = Objects.requireNonNull(known.get(key));
        var into = person.state().mergedInto();
        return into == null ? person : resolveHead(key.withPerson(into), known);
    }

    private Map<PersonKey, PersonFamily> assemble(Set<StoredPerson> heads) {
        var merged = loadMerged(heads);
        var handlesByPerson = findHandles(heads).stream().collect(Collectors.groupingBy(PersonKey::of));
        var members = new HashSet<>(heads);
        merged.values().forEach(members::addAll);
        var names = listedNames(members);
        var gathered = new HashMap<PersonKey, PersonFamily>();
        for (var head : heads) {
            var theirs = merged.getOrDefault(head.key(), List.of());
            var listed = new HashMap<>(listedNameOf(head, names));
            theirs.forEach(person -> listed.putAll(listedNameOf(person, names)));
            var owned = handlesByPerson.getOrDefault(head.key(), List.of());
            gathered.put(head.key(), new PersonFamily(head, theirs, owned, listed));
        }
        return gathered;
    }

    /** All people whose id resolves to each head, found along the union decisions. */
    private Map<PersonKey, List<StoredPerson>> loadMerged(Set<StoredPerson> heads) {
        var headOf = new HashMap<PersonKey, PersonKey>();
        heads.forEach(head -> headOf.put(head.key(), head.key()));
        var merged = new HashMap<PersonKey, List<StoredPerson>>();
        Collection<StoredPerson> level = heads;
        while (!level.isEmpty()) {
            var next = new ArrayList<StoredPerson>();
            for (var person : people.find(unionPartners(level)).values()) {
                var into = loadMerged(person);
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

    private static Set<PersonKey> unionPartners(Collection<StoredPerson> people) {
        var united = new HashSet<PersonKey>();
        for (var person : people) {
            person.state().decisions().stream()
                    .filter(each -> DecisionType.isUnion(each) || DecisionType.UNDONE.matches(each))
                    .map(Decision::other)
                    .filter(Objects::nonNull)
                    .forEach(other -> united.add(person.key().withPerson(Objects.requireNonNull(other))));
        }
        return united;
    }

    private static @Nullable PersonKey loadMerged(StoredPerson person) {
        UUID into = person.state().mergedInto();
        return into == null ? null : person.key().withPerson(into);
    }

    /** The names of people on the client list. */
    public Map<PersonKey, String> listedNames(Collection<StoredPerson> people) {
        var clients = people.stream()
                .filter(person -> person.state().clientId() != null)
                .collect(Collectors.groupingBy(person -> person.key().brand()));
        var names = new HashMap<PersonKey, String>();
        clients.forEach((brand, theirs) -> {
            var rows = lists.findClients(
                    brand,
                    theirs.stream()
                            .map(person -> Objects.requireNonNull(person.state().clientId()))
                            .collect(Collectors.toSet()));
            theirs.forEach(person -> Optional.ofNullable(
                            rows.get(Objects.requireNonNull(person.state().clientId())))
                    .map(ListedName::of)
                    .ifPresent(name -> names.put(person.key(), name)));
        });
        return names;
    }

    public static Map<String, String> listedNameOf(@Nullable StoredPerson person, Map<PersonKey, String> names) {
        var client = person == null ? null : person.state().clientId();
        var name = person == null ? null : names.get(person.key());
        return client == null || name == null ? Map.of() : Map.of(client, name);
    }

    /**
     * The handles of these people. Every decision that gives a person a handle names it, so that the decisions lead
     * to all candidates without a search.
     */
    public List<HandleAssigned> findHandles(Collection<StoredPerson> owners) {
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
