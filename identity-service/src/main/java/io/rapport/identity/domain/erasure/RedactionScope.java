package io.rapport.identity.domain.erasure;

import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.DecisionBuilder;
import io.rapport.contracts.identity.Evidence;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.identity.domain.history.EvidenceRule;
import io.rapport.identity.domain.person.PersonStateChange;
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
 * What to redact in the decisions of other people: people they were split from name their handles, and evidence for
 * other merges may be based on them.
 *
 * @param people all ids of the erased people
 * @param handles the keys of their handles
 */
public record RedactionScope(Set<UUID> people, Set<String> handles) {

    /** Whether a person mentions an erased person or handle. */
    boolean mentions(PersonDescribed other) {
        return other.decisions().stream().anyMatch(this::mentions)
                || other.distinctFrom().stream().anyMatch(people::contains);
    }

    /**
     * The decisions of a person whose evidence may be about the erased: from the first that mentions them to the
     * last, including those in between.
     */
    Stream<UUID> affectedDecisions(PersonDescribed person) {
        var decisions = person.decisions();
        var mentioning = IntStream.range(0, decisions.size())
                .filter(n -> mentions(decisions.get(n)))
                .summaryStatistics();
        return mentioning.getCount() == 0
                ? Stream.empty()
                : decisions.subList(mentioning.getMin(), mentioning.getMax() + 1).stream()
                        .map(Decision::id);
    }

    /** The person with the evidence of these decisions redacted. */
    static PersonDescribed redactDecisions(Set<UUID> struck, PersonDescribed person, Instant at) {
        var decisions = person.decisions().stream()
                .map(decision -> struck.contains(decision.id()) ? redact(decision) : decision)
                .toList();
        return decisions.equals(person.decisions())
                ? person
                : PersonStateChange.of(person).decisions(decisions).build(at);
    }

    /** The person with all references to the erased removed from their decisions. */
    PersonDescribed removeReferences(PersonDescribed person, Instant at) {
        if (!mentions(person)) {
            return person;
        }
        var decisions = person.decisions().stream()
                .map(decision -> mentions(decision) ? removeReferences(decision) : decision)
                .toList();
        var change = PersonStateChange.of(person).decisions(decisions);
        // A merged person may have the name of an erased handle; the name is derived again from the handles.
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

    /** The people and handles a decision refers to. */
    private record DecisionReferences(
            @Nullable UUID other,
            List<String> handles,
            @Nullable String foundOn,
            @Nullable Map<String, List<UUID>> withdraws) {}

    private static Decision with(Decision decision, DecisionReferences about, @Nullable List<Evidence> evidence) {
        return DecisionBuilder.builder(decision)
                .reason(EvidenceRule.REDACTED)
                .other(about.other())
                .handles(about.handles())
                .foundOn(about.foundOn())
                .evidence(evidence)
                .withdraws(about.withdraws())
                .build();
    }
}
