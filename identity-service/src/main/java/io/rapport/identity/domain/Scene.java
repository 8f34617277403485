package io.rapport.identity.domain;

import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The two people of a decision, before it or anywhere on its way, and how they are after it.
 *
 * @param lead who tells it first
 * @param other null while a split has not made them
 * @param handles all that either of them has
 */
record Scene(Family lead, @Nullable StoredPerson other, List<HandleAssigned> handles) {

    PersonDescribed leadAfter(Decision decision) {
        var person = lead.person();
        var client = clientAfter(decision);
        return PersonChange.of(person)
                .decided(decision)
                .client(client)
                .name(nameAfter(decision, person.person(), client))
                .at(decision.at());
    }

    PersonDescribed otherAfter(Decision decision) {
        var leader = lead.person().person();
        var told = mirrored(decision, leader);
        var effect = effect(decision);
        if (other == null) {
            var id = Objects.requireNonNull(decision.other());
            return Beginnings.splitOff(lead.head().key().other(id), told)
                    .name(nameAfter(decision, id, null))
                    .at(decision.at());
        }
        var change = PersonChange.of(other.state()).decided(told);
        return switch (effect) {
            case UNITES -> change.mergedInto(leader).at(decision.at());
            case PARTS ->
                change.mergedInto(null)
                        .name(nameAfter(
                                decision, other.state().person(), other.state().clientId()))
                        .at(decision.at());
            case NOTES -> change.at(decision.at());
        };
    }

    private Effect effect(Decision decision) {
        return new History(lead.person().decisions()).effect(decision);
    }

    /** The client row of the leading person: their own, or that of the oldest client merged into them. */
    private @Nullable String clientAfter(Decision decision) {
        var person = lead.person();
        var effect = effect(decision);
        if (effect == Effect.NOTES || Beginnings.isClient(person, person.clientId())) {
            return person.clientId();
        }
        var merged = lead.merged().stream()
                .filter(each -> person.person().equals(each.mergedInto()))
                .filter(each -> !each.person().equals(decision.other()));
        var came = effect == Effect.UNITES
                ? Stream.ofNullable(other).map(StoredPerson::state)
                : Stream.<PersonDescribed>of();
        return Stream.concat(merged, came)
                .filter(PersonDescribed::client)
                .min(Family.OLDEST_FIRST)
                .map(PersonDescribed::clientId)
                .orElse(null);
    }

    private @Nullable String nameAfter(Decision decision, UUID person, @Nullable String client) {
        var transfer = Transfer.of(decision, lead.person());
        var theirs = handles.stream()
                .map(transfer::apply)
                .filter(handle -> handle.person().equals(person))
                .toList();
        return PersonName.of(client == null ? null : lead.listedNames().get(client), theirs);
    }

    private static Decision mirrored(Decision decision, UUID leader) {
        return new Decision(
                decision.id(),
                decision.type(),
                decision.by(),
                decision.at(),
                decision.reason(),
                decision.confidence(),
                leader,
                decision.handles(),
                decision.foundOn(),
                decision.undoes(),
                decision.evidence(),
                null);
    }
}
