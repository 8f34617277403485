package io.rapport.identity.domain.family;

import io.rapport.identity.domain.store.BrandListRepository;
import io.rapport.identity.domain.decision.DecisionContext;
import io.rapport.identity.domain.person.DecisionIntent;
import io.rapport.identity.domain.history.DecisionType;
import io.rapport.identity.domain.store.HandleRepository;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.store.PersonRepository;
import io.rapport.identity.domain.person.StoredHandle;
import io.rapport.identity.domain.person.StoredPerson;

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

    /** People who lead a decision, each with the other one of it, wherever that stands. */
    public Map<StoredPerson, DecisionContext> decisionContexts(Map<StoredPerson, DecisionIntent> leads) {
        if (leads.isEmpty()) {
            return Map.of();
        }
        var others = people.find(leads.entrySet().stream()
                .map(each -> each.getKey().key().withPerson(each.getValue().otherPerson()))
                .collect(Collectors.toSet()));
        var families = assembleLeads(leads.keySet());
        var all = new HashSet<>(leads.keySet());
        all.addAll(others.values());
        var names = listedNames(all);
        // Some may have moved already to somebody who is yet to be made.
        var moved = leads.values().stream()
                .flatMap(intent -> intent.decision().handles().stream())
                .map(HandleKey::of)
                .collect(Collectors.toSet());
        var known = new HashSet<>(findHandles(all));
        handles.find(moved).values().forEach(handle -> known.add(handle.state()));
        var scenes = new LinkedHashMap<StoredPerson, DecisionContext>();
        leads.forEach((lead, intent) -> {
            var other = others.get(lead.key().withPerson(intent.otherPerson()));
            scenes.put(
                    lead,
                    new DecisionContext(
                            Objects.requireNonNull(families.get(lead.key())).withListedNames(listedNameOf(other, names)),
                            other,
                            handlesOfDecision(known, lead.key(), intent)));
        });
        return scenes;
    }

    private Map<PersonKey, PersonFamily> assembleLeads(Set<StoredPerson> leads) {
        var families = new HashMap<PersonKey, PersonFamily>();
        var heads =
                leads.stream().filter(lead -> lead.state().mergedInto() == null).collect(Collectors.toSet());
        families.putAll(assemble(heads));
        leads.stream().filter(lead -> !heads.contains(lead)).forEach(lead -> families.putAll(assemble(Set.of(lead))));
        return families;
    }

    /** The handles that are, or are named to be, of either. */
    private static List<HandleAssigned> handlesOfDecision(Set<HandleAssigned> handles, PersonKey lead, DecisionIntent intent) {
        var owners = Set.of(lead, lead.withPerson(intent.otherPerson()));
        return handles.stream()
                .filter(handle -> owners.contains(PersonKey.of(handle))
                        || intent.decision()
                                .handles()
                                .contains(handle.handleKey().key()))
                .toList();
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
                .map(person ->
                        person.key().withPerson(Objects.requireNonNull(person.state().mergedInto())))
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
        var everybody = new HashSet<>(heads);
        merged.values().forEach(everybody::addAll);
        var names = listedNames(everybody);
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

    /** Everybody whose id resolves to each head, found along the decisions that united them. */
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

    /** The names under which people are on the client list. */
    private Map<PersonKey, String> listedNames(Collection<StoredPerson> people) {
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
                    .map(ClientListed::name)
                    .ifPresent(name -> names.put(person.key(), name)));
        });
        return names;
    }

    private static Map<String, String> listedNameOf(@Nullable StoredPerson person, Map<PersonKey, String> names) {
        var client = person == null ? null : person.state().clientId();
        var name = person == null ? null : names.get(person.key());
        return client == null || name == null ? Map.of() : Map.of(client, name);
    }

    /**
     * The handles of these people. A handle comes to a person by a decision that names it, so that those who may be theirs
     * are all in their decisions, and need no search.
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
