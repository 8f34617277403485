package io.rapport.identity.domain;

import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.Evidence;
import io.rapport.contracts.identity.PersonDescribed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is left of the erased in what others tell: people they were split from name their handles, and why others are one
 * with those may rest on what was known of them.
 *
 * @param people every id the erased had
 * @param handles keys of their handles
 */
record Forgetting(Set<UUID> people, Set<String> handles) {

    /** Whether a person names them, or one of their handles. */
    boolean concerns(PersonDescribed other) {
        return other.decisions().stream().anyMatch(this::concerns)
                || other.distinctFrom().stream().anyMatch(people::contains);
    }

    /**
     * The decisions of a person that may tell of them: from the one by which they, or a handle of theirs, came to the one
     * by which the last of it went, whoever those in between are about.
     */
    Stream<UUID> tellingOf(PersonDescribed person) {
        var told = person.decisions();
        var concerning = IntStream.range(0, told.size())
                .filter(n -> concerns(told.get(n)))
                .summaryStatistics();
        return concerning.getCount() == 0
                ? Stream.empty()
                : told.subList(concerning.getMin(), concerning.getMax() + 1).stream()
                        .map(Decision::id);
    }

    /** The same person, who remembers what was compared in these decisions, and not what was found. */
    static PersonDescribed striking(Set<UUID> struck, PersonDescribed person, Instant at) {
        var decisions = person.decisions().stream()
                .map(decision -> struck.contains(decision.id()) ? struck(decision) : decision)
                .toList();
        return decisions.equals(person.decisions())
                ? person
                : PersonChange.of(person).decisions(decisions).at(at);
    }

    /** The same person, who remembers that something was decided, and nothing of whom. */
    PersonDescribed in(PersonDescribed person, Instant at) {
        if (!concerns(person)) {
            return person;
        }
        var decisions = person.decisions().stream()
                .map(decision -> concerns(decision) ? in(decision) : decision)
                .toList();
        var change = PersonChange.of(person).decisions(decisions);
        // Who is somebody else by now may be called by a handle that was theirs; a name is found again with the
        // handles.
        return (person.mergedInto() == null ? change : change.name(null)).at(at);
    }

    private boolean concerns(Decision decision) {
        return isAbout(decision)
                || decision.handles().stream().anyMatch(handles::contains)
                || isFoundOnTheirs(decision)
                || decision.withdraws() != null
                        && decision.withdraws().keySet().stream().anyMatch(handles::contains);
    }

    private boolean isFoundOnTheirs(Decision decision) {
        return decision.foundOn() != null && handles.contains(decision.foundOn());
    }

    private boolean isAbout(Decision decision) {
        return decision.other() != null && people.contains(decision.other());
    }

    private static Decision struck(Decision decision) {
        var evidence = Optional.ofNullable(decision.evidence())
                .map(found -> found.stream().map(Rule::struck).toList())
                .orElse(null);
        return with(
                decision,
                new About(decision.other(), decision.handles(), decision.foundOn(), decision.withdraws()),
                evidence);
    }

    private Decision in(Decision decision) {
        var about = new About(
                isAbout(decision) ? null : decision.other(),
                decision.handles().stream()
                        .filter(handle -> !handles.contains(handle))
                        .toList(),
                isFoundOnTheirs(decision) ? null : decision.foundOn(),
                withdrawn(decision));
        return with(decision, about, decision.evidence());
    }

    private @Nullable Map<String, List<UUID>> withdrawn(Decision decision) {
        if (decision.withdraws() == null) {
            return null;
        }
        var withdrawn = new TreeMap<>(decision.withdraws());
        withdrawn.keySet().removeAll(handles);
        return withdrawn;
    }

    /** Whom and what a decision is about. */
    private record About(
            @Nullable UUID other,
            List<String> handles,
            @Nullable String foundOn,
            @Nullable Map<String, List<UUID>> withdraws) {}

    private static Decision with(Decision decision, About about, @Nullable List<Evidence> evidence) {
        return new Decision(
                decision.id(),
                decision.type(),
                decision.by(),
                decision.at(),
                Rule.STRUCK,
                decision.confidence(),
                about.other(),
                about.handles(),
                about.foundOn(),
                decision.undoes(),
                evidence,
                about.withdraws());
    }
}
