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
        var done = handle.person().equals(lead) && startsWith(handle.evidence(), evidence);
        return done || !names(handle) && !tells(handle)
                ? handle
                : changed(handle, lead, before(evidence, handle.evidence()));
    }

    private HandleAssigned split(HandleAssigned handle) {
        var withdrawn = history.withdrawnBy(decision, handle);
        if (decision.handles().isEmpty()) {
            return withdrawn
                    .filter(known -> startsWith(handle.evidence(), known))
                    .map(known -> changed(handle, handle.person(), behind(known, handle)))
                    .orElse(handle);
        }
        if (!names(handle) || handle.person().equals(other)) {
            return handle;
        }
        return changed(
                handle,
                other,
                withdrawn
                        .map(known -> behind(known, handle))
                        .orElseGet(() -> before(Rule.evidenceOf(decision), handle.evidence())));
    }

    /** A union is taken back: what it moved goes back, and what it told is forgotten. */
    private HandleAssigned takenBack(HandleAssigned handle, Decision union) {
        if (!handle.person().equals(lead)) {
            return handle;
        }
        if (names(handle)) {
            return changed(handle, other, left(handle.evidence(), union));
        }
        return tells(handle) && !history.isToldElsewhere(union, handle)
                ? changed(handle, lead, without(handle.evidence(), Rule.evidenceOf(union)))
                : handle;
    }

    /** A split is taken back: what it moved comes back, with what was known of it. */
    private HandleAssigned reunited(HandleAssigned handle, Decision split) {
        if (!handle.person().equals(split.handles().isEmpty() ? lead : other)
                || !split.handles().isEmpty() && !names(handle)) {
            return handle;
        }
        var withdrawn = history.withdrawnBy(split, handle);
        if (withdrawn.isEmpty()) {
            return changed(handle, lead, without(handle.evidence(), Rule.evidenceOf(split)));
        }
        return handle.person().equals(lead) && startsWith(handle.evidence(), withdrawn.get())
                ? handle
                : changed(handle, lead, before(withdrawn.get(), handle.evidence()));
    }

    private HandleAssigned changed(HandleAssigned handle, UUID person, List<Evidence> evidence) {
        return person.equals(handle.person()) && evidence.equals(handle.evidence())
                ? handle
                : HandleChange.of(handle).person(person).evidence(evidence).at(decision.at());
    }

    private boolean tells(HandleAssigned handle) {
        return handle.handleKey().key().equals(decision.foundOn());
    }

    private boolean names(HandleAssigned handle) {
        return decision.handles().contains(handle.handleKey().key());
    }

    /** What was known before a union; newer evidence stands in front, and what lies behind a split is history. */
    private static List<Evidence> left(List<Evidence> evidence, Decision union) {
        var counts = evidence.stream().takeWhile(each -> !Rule.isSplit(each)).toList();
        var told = Rule.evidenceOf(union);
        var at = Collections.indexOfSubList(counts, told);
        return at < 0 ? evidence : evidence.subList(at + told.size(), evidence.size());
    }

    /** What stands behind so much on a handle. */
    private static List<Evidence> behind(List<Evidence> known, HandleAssigned handle) {
        return handle.evidence().subList(known.size(), handle.evidence().size());
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
