package io.rapport.identity.domain.family;

import io.rapport.identity.domain.history.DecisionHistory;
import io.rapport.identity.domain.history.DecisionType;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.StoredPerson;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A person with all that belongs to them.
 *
 * @param head the person as stored
 * @param mergedMembers everybody whose id resolves to them, as stored
 * @param handles their handles
 * @param listedNames names on the client list, by client id, of all of these
 */
public record PersonFamily(
        StoredPerson head,
        List<StoredPerson> mergedMembers,
        List<HandleAssigned> handles,
        Map<String, String> listedNames) {

    public static final Comparator<PersonDescribed> OLDEST_FIRST = Comparator.comparing(PersonDescribed::since)
            .thenComparing(person -> person.person().toString());

    /** The person. */
    public PersonDescribed person() {
        return head.state();
    }

    /** Everybody whose id resolves to them. */
    public List<PersonDescribed> mergedStates() {
        return mergedMembers.stream().map(StoredPerson::state).toList();
    }

    /** The ids of all their rows on the client list. */
    public List<String> clientIds() {
        return states().flatMap(each -> Stream.ofNullable(each.clientId()))
                .distinct()
                .toList();
    }

    public Map<UUID, Long> mergedRevisions() {
        return mergedMembers.stream()
                .collect(Collectors.toMap(each -> each.state().person(), StoredPerson::revision));
    }

    public boolean isOlderThan(PersonFamily other) {
        return OLDEST_FIRST.compare(person(), other.person()) < 0;
    }

    /** The same, with more names of the client list. */
    PersonFamily withListedNames(Map<String, String> names) {
        var all = new HashMap<>(listedNames);
        all.putAll(names);
        return new PersonFamily(head, mergedMembers, handles, all);
    }

    /** The person, then everybody whose id resolves to them. */
    public List<StoredPerson> members() {
        return Stream.concat(Stream.of(head), mergedMembers.stream()).toList();
    }

    /** What was last decided about somebody here and somebody there. */
    public Optional<Decision> lastDecisionAbout(PersonFamily other) {
        var ids = other.ids();
        return states().flatMap(person -> new DecisionHistory(person.decisions()).effectiveDecisions().stream())
                .filter(decision -> decision.other() != null && ids.contains(decision.other()))
                .max(Comparator.comparing(Decision::at));
    }

    /** Everything that was decided about them. */
    public Stream<Decision> allDecisions() {
        return states().flatMap(person -> person.decisions().stream());
    }

    /** What was last decided about any of these handles. */
    public Optional<Decision> lastDecisionAboutHandles(Set<HandleKey> handles) {
        var keys = handles.stream().map(HandleKey::key).collect(Collectors.toSet());
        return allDecisions().filter(decision ->
                        decision.other() != null && decision.handles().stream().anyMatch(keys::contains))
                .max(Comparator.comparing(Decision::at));
    }

    /** What made one person of these two, as far as a single decision did; else what was last decided here. */
    public Optional<Decision> lastUnion(PersonKey one, PersonKey two) {
        return states().flatMap(person -> new DecisionHistory(person.decisions()).effectiveDecisions().stream())
                .filter(DecisionType::isUnion)
                .max(Comparator.comparing((Decision decision) -> one.person().equals(decision.other())
                                || two.person().equals(decision.other()))
                        .thenComparing(Decision::at));
    }

    /** Whether somebody undid what likeness had made of somebody here and somebody there. */
    public boolean wasSeparatedFrom(PersonFamily other) {
        var ids = other.ids();
        return allDecisions().anyMatch(decision ->
                DecisionType.UNDONE.matches(decision) && decision.other() != null && ids.contains(decision.other()));
    }

    /** Whether anybody said that somebody here is not somebody there. */
    public boolean isDistinctFrom(PersonFamily other) {
        return isDistinctFromAny(other.ids()) || other.isDistinctFromAny(ids());
    }

    public Set<HandleKey> handleKeys() {
        return handles.stream().map(HandleAssigned::handleKey).collect(Collectors.toSet());
    }

    /** Somebody who was merged into this very person, not into one of the merged. */
    public Optional<PersonDescribed> findDirectlyMerged(UUID id) {
        return mergedStates().stream()
                .filter(each -> each.person().equals(id) && person().person().equals(each.mergedInto()))
                .findFirst();
    }

    private boolean isDistinctFromAny(Set<UUID> ids) {
        return states().anyMatch(each -> each.distinctFrom().stream().anyMatch(ids::contains));
    }

    private Set<UUID> ids() {
        return states().map(PersonDescribed::person).collect(Collectors.toSet());
    }

    private Stream<PersonDescribed> states() {
        return Stream.concat(Stream.of(person()), mergedStates().stream());
    }
}
