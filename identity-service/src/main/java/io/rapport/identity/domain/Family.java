package io.rapport.identity.domain;

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
 * @param mergedStored everybody whose id resolves to them, as stored
 * @param handles their handles
 * @param listedNames names on the client list, by client id, of all of these
 */
public record Family(
        StoredPerson head,
        List<StoredPerson> mergedStored,
        List<HandleAssigned> handles,
        Map<String, String> listedNames) {

    static final Comparator<PersonDescribed> OLDEST_FIRST = Comparator.comparing(PersonDescribed::since)
            .thenComparing(person -> person.person().toString());

    /** The person. */
    public PersonDescribed person() {
        return head.state();
    }

    /** Everybody whose id resolves to them. */
    List<PersonDescribed> merged() {
        return mergedStored.stream().map(StoredPerson::state).toList();
    }

    /** The ids of all their rows on the client list. */
    List<String> clients() {
        return all().flatMap(each -> Stream.ofNullable(each.clientId()))
                .distinct()
                .toList();
    }

    Map<UUID, Long> mergedRevisions() {
        return mergedStored.stream()
                .collect(Collectors.toMap(each -> each.state().person(), StoredPerson::revision));
    }

    boolean isOlderThan(Family other) {
        return OLDEST_FIRST.compare(person(), other.person()) < 0;
    }

    /** The same, with more names of the client list. */
    Family knowing(Map<String, String> names) {
        var all = new HashMap<>(listedNames);
        all.putAll(names);
        return new Family(head, mergedStored, handles, all);
    }

    /** The person, then everybody whose id resolves to them. */
    public List<StoredPerson> everybody() {
        return Stream.concat(Stream.of(head), mergedStored.stream()).toList();
    }

    /** What was last decided about somebody here and somebody there. */
    Optional<Decision> lastAbout(Family other) {
        var ids = other.ids();
        return all().flatMap(person -> new History(person.decisions()).standing().stream())
                .filter(decision -> decision.other() != null && ids.contains(decision.other()))
                .max(Comparator.comparing(Decision::at));
    }

    /** Everything that was decided about them. */
    Stream<Decision> told() {
        return all().flatMap(person -> person.decisions().stream());
    }

    /** What was last decided about any of these handles. */
    Optional<Decision> lastAboutAny(Set<HandleKey> handles) {
        var keys = handles.stream().map(HandleKey::key).collect(Collectors.toSet());
        return told().filter(decision ->
                        decision.other() != null && decision.handles().stream().anyMatch(keys::contains))
                .max(Comparator.comparing(Decision::at));
    }

    /** What made one person of these two, as far as a single decision did; else what was last decided here. */
    Optional<Decision> lastUnionOf(PersonKey one, PersonKey two) {
        return all().flatMap(person -> new History(person.decisions()).standing().stream())
                .filter(DecisionType::unites)
                .max(Comparator.comparing((Decision decision) -> one.person().equals(decision.other())
                                || two.person().equals(decision.other()))
                        .thenComparing(Decision::at));
    }

    /** Whether somebody undid what likeness had made of somebody here and somebody there. */
    boolean wasTakenApartFrom(Family other) {
        var ids = other.ids();
        return told().anyMatch(decision ->
                DecisionType.UNDONE.is(decision) && decision.other() != null && ids.contains(decision.other()));
    }

    /** Whether anybody said that somebody here is not somebody there. */
    boolean isDistinctFrom(Family other) {
        return says(other.ids()) || other.says(ids());
    }

    Set<HandleKey> handleKeys() {
        return handles.stream().map(HandleAssigned::handleKey).collect(Collectors.toSet());
    }

    /** Somebody who was merged into this very person, not into one of the merged. */
    Optional<PersonDescribed> mergedDirectly(UUID id) {
        return merged().stream()
                .filter(each -> each.person().equals(id) && person().person().equals(each.mergedInto()))
                .findFirst();
    }

    private boolean says(Set<UUID> ids) {
        return all().anyMatch(each -> each.distinctFrom().stream().anyMatch(ids::contains));
    }

    private Set<UUID> ids() {
        return all().map(PersonDescribed::person).collect(Collectors.toSet());
    }

    private Stream<PersonDescribed> all() {
        return Stream.concat(Stream.of(person()), merged().stream());
    }
}
