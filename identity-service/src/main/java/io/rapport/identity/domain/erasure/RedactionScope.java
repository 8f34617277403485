package io.rapport.identity.domain.erasure;

import io.rapport.identity.domain.history.EvidenceRule;
import io.rapport.identity.domain.person.PersonStateChange;

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
public record RedactionScope(Set<UUID> people, Set<String> handles) {

    /** Whether a person names them, or one of their handles. */
    boolean mentions(PersonDescribed other) {
        return other.decisions().stream().anyMatch(this::mentions)
                || other.distinctFrom().stream().anyMatch(people::contains);
    }

    /**
     * The decisions of a person that may tell of them: from the one by which they, or a handle of theirs, came to the one
     * by which the last of it went, whoever those in between are about.
     */
    Stream<UUID> affectedDecisions(PersonDescribed person) {
        var told = person.decisions();
        var concerning = IntStream.range(0, told.size())
                .filter(n -> mentions(told.get(n)))
                .summaryStatistics();
        return concerning.getCount() == 0
                ? Stream.empty()
                : told.subList(concerning.getMin(), concerning.getMax() + 1).stream()
                        .map(Decision::id);
    }

    /** The same person, who remembers what was compared in these decisions, and not what was found. */
    static PersonDescribed redactDecisions(Set<UUID> struck, PersonDescribed person, Instant at) {
        var decisions = person.decisions().stream()
                .map(decision -> struck.contains(decision.id()) ? redact(decision) : decision)
                .toList();
        return decisions.equals(person.decisions())
                ? person
                : PersonStateChange.of(person).decisions(decisions).build(at);
    }

    /** The same person, who remembers that something was decided, and nothing of whom. */
    PersonDescribed removeReferences(PersonDescribed person, Instant at) {
        if (!mentions(person)) {
            return person;
        }
        var decisions = person.decisions().stream()
                .map(decision -> mentions(decision) ? removeReferences(decision) : decision)
                .toList();
        var change = PersonStateChange.of(person).decisions(decisions);
        // Who is somebody else by now may be called by a handle that was theirs; a name is found again with the
        // handles.
        return (person.mergedInto() == null ? change : change.name(null)).build(at);
    }

    private boolean mentions(Decision decision) {
        return isAboutErased(decision)
                || decision.handles().stream().anyMatch(handles::contains)
                || isFoundOnErasedHandle(decision)
                || decision.withdraws() != null
                        && decision.withdraws().keySet().stream().anyMatch(handles::contains);
    }

    private boolean isFoundOnErasedHandle(Decision decision) {
        return decision.foundOn() != null && handles.contains(decision.foundOn());
    }

    private boolean isAboutErased(Decision decision) {
        return decision.other() != null && people.contains(decision.other());
    }

    private static Decision redact(Decision decision) {
        var evidence = Optional.ofNullable(decision.evidence())
                .map(found -> found.stream().map(EvidenceRule::redacted).toList())
                .orElse(null);
        return with(
                decision,
                new DecisionReferences(decision.other(), decision.handles(), decision.foundOn(), decision.withdraws()),
                evidence);
    }

    private Decision removeReferences(Decision decision) {
        var about = new DecisionReferences(
                isAboutErased(decision) ? null : decision.other(),
                decision.handles().stream()
                        .filter(handle -> !handles.contains(handle))
                        .toList(),
                isFoundOnErasedHandle(decision) ? null : decision.foundOn(),
                remainingWithdrawals(decision));
        return with(decision, about, decision.evidence());
    }

    private @Nullable Map<String, List<UUID>> remainingWithdrawals(Decision decision) {
        if (decision.withdraws() == null) {
            return null;
        }
        var withdrawn = new TreeMap<>(decision.withdraws());
        withdrawn.keySet().removeAll(handles);
        return withdrawn;
    }

    /** Whom and what a decision is about. */
    private record DecisionReferences(
            @Nullable UUID other,
            List<String> handles,
            @Nullable String foundOn,
            @Nullable Map<String, List<UUID>> withdraws) {}

    private static Decision with(Decision decision, DecisionReferences about, @Nullable List<Evidence> evidence) {
        return new Decision(
                decision.id(),
                decision.type(),
                decision.by(),
                decision.at(),
                EvidenceRule.REDACTED,
                decision.confidence(),
                about.other(),
                about.handles(),
                about.foundOn(),
                decision.undoes(),
                evidence,
                about.withdraws());
    }
}
