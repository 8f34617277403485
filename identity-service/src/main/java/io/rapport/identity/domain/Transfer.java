package io.rapport.identity.domain;

import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.Evidence;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
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
 * @param undone the decisions by which the other person came, which a split takes back
 */
record Transfer(Decision decision, UUID lead, UUID other, List<Decision> undone) {

    static Transfer of(Decision decision, PersonDescribed lead) {
        var other = Objects.requireNonNull(decision.other());
        var undone = lead.decisions().stream()
                .filter(DecisionType::unites)
                .filter(each -> other.equals(each.other()))
                .toList();
        return new Transfer(decision, lead.person(), other, undone);
    }

    /** The handle afterwards; the very same when it stays as it is. */
    HandleAssigned apply(HandleAssigned handle) {
        return DecisionType.SPLIT.is(decision) ? split(handle) : united(handle);
    }

    private HandleAssigned united(HandleAssigned handle) {
        var evidence = Rule.evidenceOf(decision);
        var done = handle.person().equals(lead) && handle.evidence().get(0).equals(evidence);
        if (done || !names(handle)) {
            return handle;
        }
        var all = Stream.concat(Stream.of(evidence), handle.evidence().stream()).toList();
        return HandleChange.of(handle).person(lead).evidence(all).at(decision.at());
    }

    private HandleAssigned split(HandleAssigned handle) {
        if (decision.handles().isEmpty()) {
            var left = before(handle.evidence());
            return left.equals(handle.evidence())
                    ? handle
                    : HandleChange.of(handle).evidence(left).at(decision.at());
        }
        if (!names(handle) || handle.person().equals(other)) {
            return handle;
        }
        var evidence = undone.isEmpty() ? anew(handle.evidence()) : before(handle.evidence());
        return HandleChange.of(handle).person(other).evidence(evidence).at(decision.at());
    }

    private boolean names(HandleAssigned handle) {
        return decision.handles().contains(handle.handleKey().key());
    }

    /** What was known before what is taken back; newer evidence stands in front. */
    private List<Evidence> before(List<Evidence> evidence) {
        var at = undone.stream()
                .map(Rule::evidenceOf)
                .mapToInt(evidence::indexOf)
                .max()
                .orElse(-1);
        return evidence.subList(at + 1, evidence.size());
    }

    private List<Evidence> anew(List<Evidence> evidence) {
        return List.of(Rule.evidenceOf(decision), evidence.get(evidence.size() - 1));
    }
}
