package io.rapport.identity.domain;

import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.PersonDescribed;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What is left of somebody erased in what others tell: people they were split from name their handles.
 *
 * @param people every id the person had
 * @param handles keys of the handles
 */
record Forgetting(Set<UUID> people, Set<String> handles) {

    private static final String REASON = "About somebody who was erased";

    boolean concerns(PersonDescribed other) {
        return other.decisions().stream().anyMatch(this::concerns)
                || other.distinctFrom().stream().anyMatch(people::contains);
    }

    /** The same person, who remembers that something was decided, and nothing of whom. */
    PersonDescribed in(PersonDescribed other, Instant at) {
        return PersonChange.of(other)
                .decisions(other.decisions().stream()
                        .map(decision -> concerns(decision) ? in(decision) : decision)
                        .toList())
                .at(at);
    }

    /** Whom else the decisions of these people are about, the erased set aside. */
    Set<PersonKey> othersOf(List<StoredPerson> told) {
        var others = new HashSet<PersonKey>();
        for (var person : told) {
            var ids = person.state().decisions().stream()
                    .map(Decision::other)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toCollection(HashSet::new));
            ids.addAll(person.state().distinctFrom());
            ids.stream()
                    .filter(id -> !people.contains(id))
                    .map(id -> person.key().other(Objects.requireNonNull(id)))
                    .forEach(others::add);
        }
        return others;
    }

    private boolean concerns(Decision decision) {
        return isAbout(decision)
                || decision.handles().stream().anyMatch(handles::contains)
                || isFoundOnTheirs(decision);
    }

    private boolean isFoundOnTheirs(Decision decision) {
        return decision.foundOn() != null && handles.contains(decision.foundOn());
    }

    private boolean isAbout(Decision decision) {
        return decision.other() != null && people.contains(decision.other());
    }

    /** What it rests on goes whole: a waterfall names what was compared, whosever it was. */
    private Decision in(Decision decision) {
        return new Decision(
                decision.id(),
                decision.type(),
                decision.by(),
                decision.at(),
                isAbout(decision) ? REASON : decision.reason(),
                decision.confidence(),
                isAbout(decision) ? null : decision.other(),
                decision.handles().stream()
                        .filter(handle -> !handles.contains(handle))
                        .toList(),
                isFoundOnTheirs(decision) ? null : decision.foundOn(),
                decision.undoes(),
                null);
    }
}
