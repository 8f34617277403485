package io.rapport.identity.domain.family;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.identity.domain.history.DecisionHistory;
import io.rapport.identity.domain.history.DecisionType;
import io.rapport.identity.domain.history.EvidenceRule;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.StoredPerson;
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
 * A person with all people merged into them, their handles and client rows.
 *
 * @param head the surviving person
 * @param mergedMembers all people whose id resolves to the head
 * @param handles the handles of the head
 * @param listedNames names on the client list of all of these people, by client id
 */
public record PersonFamily(
        StoredPerson head,
        List<StoredPerson> mergedMembers,
        List<HandleAssigned> handles,
        Map<String, String> listedNames) {

    public static final Comparator<PersonDescribed> OLDEST_FIRST = Comparator.comparing(PersonDescribed::since)
            .thenComparing(person -> person.person().toString());

    /** The head's state. */
    public PersonDescribed person() {
        return head.state();
    }

    /** The states of all merged people. */
    public List<PersonDescribed> mergedStates() {
        return mergedMembers.stream().map(StoredPerson::state).toList();
    }

    /** The client ids of the head and of all merged people. */
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

    /** The same family with additional client-list names. */
    public PersonFamily withListedNames(Map<String, String> names) {
        var all = new HashMap<>(listedNames);
        all.putAll(names);
        return new PersonFamily(head, mergedMembers, handles, all);
    }

    /** The head, then all merged people. */
    public List<StoredPerson> members() {
        return Stream.concat(Stream.of(head), mergedMembers.stream()).toList();
    }

    /** The last effective decision between a member of this family and a member of the other. */
    public Optional<Decision> lastDecisionAbout(PersonFamily other) {
        var ids = other.ids();
        return states().flatMap(person -> new DecisionHistory(person.decisions()).effectiveDecisions().stream())
                .filter(decision -> decision.other() != null && ids.contains(decision.other()))
                .max(Comparator.comparing(Decision::at));
    }

    /** All decisions of all members. */
    public Stream<Decision> allDecisions() {
        return states().flatMap(person -> person.decisions().stream());
    }

    /** The last decision about any of these handles. */
    public Optional<Decision> lastDecisionAboutHandles(Set<HandleKey> handles) {
        var keys = handles.stream().map(HandleKey::key).collect(Collectors.toSet());
        return allDecisions()
                .filter(decision ->
                        decision.other() != null && decision.handles().stream().anyMatch(keys::contains))
                .max(Comparator.comparing(Decision::at));
    }

    /** The union that merged these two people, if a single one did; else the last union of this family. */
    public Optional<Decision> lastUnion(PersonKey one, PersonKey two) {
        return states().flatMap(person -> new DecisionHistory(person.decisions()).effectiveDecisions().stream())
                .filter(DecisionType::isUnion)
                .max(Comparator.comparing((Decision decision) -> one.person().equals(decision.other())
                                || two.person().equals(decision.other()))
                        .thenComparing(Decision::at));
    }

    /** Whether a union between members of the two families was undone, by a user or by a correction of the client list. */
    public boolean wasSeparatedFrom(PersonFamily other) {
        return undoneUnions(other).findAny().isPresent();
    }

    /** Whether a union between members of the two families was undone by a user. No evidence makes it again. */
    public boolean wasSeparatedByUserFrom(PersonFamily other) {
        return undoneUnions(other).anyMatch(undo -> !EvidenceRule.isRule(undo.by()));
    }

    private Stream<Decision> undoneUnions(PersonFamily other) {
        var ids = other.ids();
        return states().flatMap(person -> {
            var history = new DecisionHistory(person.decisions());
            return person.decisions().stream()
                    .filter(DecisionType.UNDONE::matches)
                    .filter(undo -> undo.other() != null && ids.contains(undo.other()))
                    .filter(undo -> history.find(undo.undoes())
                            .filter(DecisionType::isUnion)
                            .isPresent());
        });
    }

    /** Whether any member of one family is recorded as distinct from any member of the other. */
    public boolean isDistinctFrom(PersonFamily other) {
        return isDistinctFromAny(other.ids()) || other.isDistinctFromAny(ids());
    }

    public Set<HandleKey> handleKeys() {
        return handles.stream().map(HandleAssigned::handleKey).collect(Collectors.toSet());
    }

    /** A person merged directly into the head, not into a merged member. */
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
