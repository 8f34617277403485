package io.rapport.identity.domain.decision;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.identity.domain.family.FamilyReader;
import io.rapport.identity.domain.person.DecisionIntent;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.StoredPerson;
import io.rapport.identity.domain.store.HandleRepository;
import io.rapport.identity.domain.store.PersonRepository;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Loads the contexts of open decisions, many with a constant number of reads. */
public final class DecisionContextReader {

    private final HandleRepository handles;
    private final PersonRepository people;
    private final FamilyReader families;

    public DecisionContextReader(HandleRepository handles, PersonRepository people, FamilyReader families) {
        this.handles = handles;
        this.people = people;
        this.families = families;
    }

    /** The context of each leading person's decision, at whatever step of the protocol it is. */
    Map<StoredPerson, DecisionContext> find(Map<StoredPerson, DecisionIntent> leads) {
        if (leads.isEmpty()) {
            return Map.of();
        }
        var others = people.find(leads.entrySet().stream()
                .map(each -> each.getKey().key().withPerson(each.getValue().otherPerson()))
                .collect(Collectors.toSet()));
        var leadFamilies = families.assembleLeads(leads.keySet());
        var all = new HashSet<>(leads.keySet());
        all.addAll(others.values());
        var names = families.listedNames(all);
        var known = findHandles(leads, all);
        var contexts = new LinkedHashMap<StoredPerson, DecisionContext>();
        leads.forEach((lead, intent) -> {
            var other = others.get(lead.key().withPerson(intent.otherPerson()));
            var family = Objects.requireNonNull(leadFamilies.get(lead.key()))
                    .withListedNames(FamilyReader.listedNameOf(other, names));
            contexts.put(lead, new DecisionContext(family, other, handlesOfDecision(known, lead.key(), intent)));
        });
        return contexts;
    }

    /** The handles of both people, and those the decisions move, which may belong to a person that is not inserted yet. */
    private Set<HandleAssigned> findHandles(Map<StoredPerson, DecisionIntent> leads, Set<StoredPerson> owners) {
        var moved = leads.values().stream()
                .flatMap(intent -> intent.decision().handles().stream())
                .map(HandleKey::of)
                .collect(Collectors.toSet());
        var found = new HashSet<>(families.findHandles(owners));
        handles.find(moved).values().forEach(handle -> found.add(handle.state()));
        return found;
    }

    private static List<HandleAssigned> handlesOfDecision(
            Set<HandleAssigned> handles, PersonKey lead, DecisionIntent intent) {
        var owners = Set.of(lead, lead.withPerson(intent.otherPerson()));
        return handles.stream()
                .filter(handle -> owners.contains(PersonKey.of(handle))
                        || intent.decision()
                                .handles()
                                .contains(handle.handleKey().key()))
                .toList();
    }
}
