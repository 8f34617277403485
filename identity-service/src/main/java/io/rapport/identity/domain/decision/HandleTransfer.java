package io.rapport.identity.domain.decision;

import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.Evidence;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.identity.domain.history.DecisionHistory;
import io.rapport.identity.domain.history.EvidenceRule;
import io.rapport.identity.domain.person.HandleStateChange;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Applies a decision to the handles it is about. Idempotent.
 *
 * @param decision as the leading person records it
 * @param lead the leading person's id
 * @param other the other person's id
 * @param history the leading person's decisions
 */
record HandleTransfer(Decision decision, UUID lead, UUID other, DecisionHistory history) {

    static HandleTransfer of(Decision decision, PersonDescribed lead) {
        return new HandleTransfer(
                decision,
                lead.person(),
                Objects.requireNonNull(decision.other()),
                new DecisionHistory(lead.decisions()));
    }

    /** The state of the handle after the decision; the same instance if it does not change. */
    HandleAssigned apply(HandleAssigned handle) {
        return switch (history.effect(decision)) {
            case MERGE ->
                history.find(decision.undoes())
                        .map(split -> undoSplit(handle, split))
                        .orElseGet(() -> merge(handle));
            case SEPARATE ->
                history.find(decision.undoes())
                        .map(union -> undoUnion(handle, union))
                        .orElseGet(() -> split(handle));
            case NONE -> handle;
        };
    }

    /** Replaces evidence on a handle by the evidence that the same decisions give after they were redacted. */
    static HandleAssigned withRevisedEvidence(HandleAssigned handle, DecisionHistory before, DecisionHistory now) {
        var evidence = handle.evidence();
        for (var old : before.decisions()) {
            var given = EvidenceRule.evidenceOf(old);
            var next = now.find(old.id()).map(EvidenceRule::evidenceOf).orElse(given);
            var at = next.equals(given) ? -1 : Collections.indexOfSubList(evidence, given);
            if (at >= 0) {
                evidence = Stream.of(
                                evidence.subList(0, at), next, evidence.subList(at + given.size(), evidence.size()))
                        .flatMap(List::stream)
                        .toList();
            }
        }
        return evidence.equals(handle.evidence())
                ? handle
                : HandleStateChange.of(handle).evidence(evidence).build(handle.at());
    }

    private HandleAssigned merge(HandleAssigned handle) {
        var evidence = EvidenceRule.evidenceOf(decision);
        var done = handle.person().equals(lead) && startsWith(handle.evidence(), evidence);
        return done || !isMoved(handle) && !isFoundOn(handle)
                ? handle
                : change(handle, lead, prepend(evidence, handle.evidence()));
    }

    private HandleAssigned split(HandleAssigned handle) {
        var withdrawn = history.withdrawnEvidence(decision, handle);
        if (decision.handles().isEmpty()) {
            return withdrawn
                    .filter(known -> startsWith(handle.evidence(), known))
                    .map(known -> change(handle, handle.person(), evidenceAfter(known, handle)))
                    .orElse(handle);
        }
        if (!isMoved(handle) || handle.person().equals(other)) {
            return handle;
        }
        return change(
                handle,
                other,
                withdrawn
                        .map(known -> evidenceAfter(known, handle))
                        .orElseGet(() -> prepend(EvidenceRule.evidenceOf(decision), handle.evidence())));
    }

    /** Undoes a union: moves the handles back and removes the evidence it added. */
    private HandleAssigned undoUnion(HandleAssigned handle, Decision union) {
        if (!handle.person().equals(lead)) {
            return handle;
        }
        if (isMoved(handle)) {
            return change(handle, other, evidenceBefore(handle.evidence(), union));
        }
        return isFoundOn(handle) && !history.hasEquivalentUnions(union, handle)
                ? change(handle, lead, withoutFirst(handle.evidence(), EvidenceRule.evidenceOf(union)))
                : handle;
    }

    /** Undoes a split: moves the handles back, with the evidence they had. */
    private HandleAssigned undoSplit(HandleAssigned handle, Decision split) {
        if (!handle.person().equals(split.handles().isEmpty() ? lead : other)
                || !split.handles().isEmpty() && !isMoved(handle)) {
            return handle;
        }
        var withdrawn = history.withdrawnEvidence(split, handle);
        if (withdrawn.isEmpty()) {
            return change(handle, lead, withoutFirst(handle.evidence(), EvidenceRule.evidenceOf(split)));
        }
        return handle.person().equals(lead) && startsWith(handle.evidence(), withdrawn.get())
                ? handle
                : change(handle, lead, prepend(withdrawn.get(), handle.evidence()));
    }

    private HandleAssigned change(HandleAssigned handle, UUID person, List<Evidence> evidence) {
        return person.equals(handle.person()) && evidence.equals(handle.evidence())
                ? handle
                : HandleStateChange.of(handle).person(person).evidence(evidence).build(decision.at());
    }

    private boolean isFoundOn(HandleAssigned handle) {
        return handle.handleKey().key().equals(decision.foundOn());
    }

    private boolean isMoved(HandleAssigned handle) {
        return decision.handles().contains(handle.handleKey().key());
    }

    /** The evidence from before a union. Newer evidence is in front; evidence behind a split is no longer effective. */
    private static List<Evidence> evidenceBefore(List<Evidence> evidence, Decision union) {
        var counts =
                evidence.stream().takeWhile(each -> !EvidenceRule.isSplit(each)).toList();
        var given = EvidenceRule.evidenceOf(union);
        var at = Collections.indexOfSubList(counts, given);
        return at < 0 ? evidence : evidence.subList(at + given.size(), evidence.size());
    }

    /** The evidence behind a given prefix. */
    private static List<Evidence> evidenceAfter(List<Evidence> known, HandleAssigned handle) {
        return handle.evidence().subList(known.size(), handle.evidence().size());
    }

    private static List<Evidence> withoutFirst(List<Evidence> evidence, List<Evidence> given) {
        var at = Collections.indexOfSubList(evidence, given);
        return at < 0
                ? evidence
                : prepend(evidence.subList(0, at), evidence.subList(at + given.size(), evidence.size()));
    }

    private static List<Evidence> prepend(List<Evidence> first, List<Evidence> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    private static boolean startsWith(List<Evidence> evidence, List<Evidence> start) {
        return evidence.size() >= start.size()
                && evidence.subList(0, start.size()).equals(start);
    }
}
