package io.rapport.identity.domain;

import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.Evidence;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a decision does to a handle. Doing it twice changes nothing more.
 *
 * @param decision as the leading person tells it
 * @param lead that person's id
 * @param other the other person's id
 * @param history what the leading person tells
 */
record Transfer(Decision decision, UUID lead, UUID other, History history) {

    static Transfer of(Decision decision, PersonDescribed lead) {
        return new Transfer(
                decision, lead.person(), Objects.requireNonNull(decision.other()), new History(lead.decisions()));
    }

    /** The handle afterwards; the very same when it stays as it is. */
    HandleAssigned apply(HandleAssigned handle) {
        return switch (history.effect(decision)) {
            case UNITES ->
                history.find(decision.undoes())
                        .map(split -> reunited(handle, split))
                        .orElseGet(() -> united(handle));
            case PARTS ->
                history.find(decision.undoes())
                        .map(union -> takenBack(handle, union))
                        .orElseGet(() -> split(handle));
            case NOTES -> handle;
        };
    }

    private HandleAssigned united(HandleAssigned handle) {
        var evidence = Rule.evidenceOf(decision);
        var told = handle.handleKey().key().equals(decision.foundOn());
        var done = handle.person().equals(lead) && startsWith(handle.evidence(), evidence);
        return done || !names(handle) && !told ? handle : changed(handle, lead, before(evidence, handle.evidence()));
    }

    private HandleAssigned split(HandleAssigned handle) {
        if (decision.handles().isEmpty()) {
            return changed(handle, handle.person(), left(handle.evidence(), came()));
        }
        if (!names(handle) || handle.person().equals(other)) {
            return handle;
        }
        var before = left(handle.evidence(), came());
        return changed(
                handle,
                other,
                before.size() < handle.evidence().size()
                        ? before
                        : before(Rule.evidenceOf(decision), handle.evidence()));
    }

    /** A union is taken back: what it moved goes back, and what it told is forgotten. */
    private HandleAssigned takenBack(HandleAssigned handle, Decision union) {
        if (!handle.person().equals(lead)) {
            return handle;
        }
        return names(handle)
                ? changed(handle, other, left(handle.evidence(), List.of(union)))
                : changed(handle, lead, without(handle.evidence(), Rule.evidenceOf(union)));
    }

    /** A split is taken back: what it moved comes back, with what was known of it. */
    private HandleAssigned reunited(HandleAssigned handle, Decision split) {
        if (!handle.person().equals(split.handles().isEmpty() ? lead : other)
                || !split.handles().isEmpty() && !names(handle)) {
            return handle;
        }
        var said = Rule.evidenceOf(split);
        if (startsWith(handle.evidence(), said)) {
            return changed(handle, lead, without(handle.evidence(), said));
        }
        var restored = history.takenBackBy(split, handle.handleKey().key()).stream()
                .flatMap(each -> Rule.evidenceOf(each).stream())
                .toList();
        return handle.person().equals(lead) && startsWith(handle.evidence(), restored)
                ? handle
                : changed(handle, lead, before(restored, handle.evidence()));
    }

    private HandleAssigned changed(HandleAssigned handle, UUID person, List<Evidence> evidence) {
        return person.equals(handle.person()) && evidence.equals(handle.evidence())
                ? handle
                : HandleChange.of(handle).person(person).evidence(evidence).at(decision.at());
    }

    private boolean names(HandleAssigned handle) {
        return decision.handles().contains(handle.handleKey().key());
    }

    /** The decisions by which the other person came. */
    private List<Decision> came() {
        return history.told().stream()
                .filter(DecisionType::unites)
                .filter(each -> other.equals(each.other()))
                .toList();
    }

    /** What was known before what is taken back; newer evidence stands in front, and what lies behind a split is history. */
    private static List<Evidence> left(List<Evidence> evidence, List<Decision> takenBack) {
        var counts = evidence.stream().takeWhile(each -> !Rule.isSplit(each)).toList();
        var end = 0;
        for (var each : takenBack) {
            var told = Rule.evidenceOf(each);
            var at = Collections.indexOfSubList(counts, told);
            end = at < 0 ? end : Math.max(end, at + told.size());
        }
        return evidence.subList(end, evidence.size());
    }

    private static List<Evidence> without(List<Evidence> evidence, List<Evidence> told) {
        var at = Collections.indexOfSubList(evidence, told);
        return at < 0 ? evidence : before(evidence.subList(0, at), evidence.subList(at + told.size(), evidence.size()));
    }

    private static List<Evidence> before(List<Evidence> first, List<Evidence> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    private static boolean startsWith(List<Evidence> evidence, List<Evidence> start) {
        return evidence.size() >= start.size()
                && evidence.subList(0, start.size()).equals(start);
    }
}
