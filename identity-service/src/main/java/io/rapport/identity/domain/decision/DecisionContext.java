package io.rapport.identity.domain.decision;

import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.DecisionBuilder;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.history.DecisionEffect;
import io.rapport.identity.domain.history.DecisionHistory;
import io.rapport.identity.domain.person.InitialStates;
import io.rapport.identity.domain.person.PersonNameSelector;
import io.rapport.identity.domain.person.PersonStateChange;
import io.rapport.identity.domain.person.StoredPerson;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The two people of a decision, at any step of the protocol, and the states that the decision gives them.
 *
 * @param lead the leading person, who records the decision first
 * @param other the other person; null while a split has not inserted them
 * @param handles the handles of both
 */
public record DecisionContext(PersonFamily lead, @Nullable StoredPerson other, List<HandleAssigned> handles) {

    PersonDescribed leaderAfter(Decision decision) {
        var person = lead.person();
        var client = clientAfter(decision);
        return PersonStateChange.of(person)
                .addDecision(decision)
                .client(client)
                .name(nameAfter(decision, person.person(), client))
                .build(decision.at());
    }

    PersonDescribed otherAfter(Decision decision) {
        var leader = lead.person().person();
        var recorded = forOtherPerson(decision, leader);
        var effect = effect(decision);
        if (other == null) {
            var id = Objects.requireNonNull(decision.other());
            return InitialStates.splitPerson(lead.head().key().withPerson(id), recorded)
                    .name(nameAfter(decision, id, null))
                    .build(decision.at());
        }
        var change = PersonStateChange.of(other.state()).addDecision(recorded);
        return switch (effect) {
            case MERGE -> change.mergedInto(leader).build(decision.at());
            case SEPARATE ->
                change.mergedInto(null)
                        .name(nameAfter(
                                decision, other.state().person(), other.state().clientId()))
                        .build(decision.at());
            case NONE -> change.build(decision.at());
        };
    }

    private DecisionEffect effect(Decision decision) {
        return new DecisionHistory(lead.person().decisions()).effect(decision);
    }

    /** The client row of the leading person: their own, or that of the oldest client merged into them. */
    private @Nullable String clientAfter(Decision decision) {
        var person = lead.person();
        var effect = effect(decision);
        if (effect == DecisionEffect.NONE || InitialStates.isClient(person, person.clientId())) {
            return person.clientId();
        }
        var merged = lead.mergedStates().stream()
                .filter(each -> person.person().equals(each.mergedInto()))
                .filter(each -> !each.person().equals(decision.other()));
        var came = effect == DecisionEffect.MERGE
                ? Stream.ofNullable(other).map(StoredPerson::state)
                : Stream.<PersonDescribed>of();
        return Stream.concat(merged, came)
                .filter(PersonDescribed::client)
                .min(PersonFamily.OLDEST_FIRST)
                .map(PersonDescribed::clientId)
                .orElse(null);
    }

    private @Nullable String nameAfter(Decision decision, UUID person, @Nullable String client) {
        var transfer = HandleTransfer.of(decision, lead.person());
        var theirs = handles.stream()
                .map(transfer::apply)
                .filter(handle -> handle.person().equals(person))
                .toList();
        return PersonNameSelector.select(
                client == null ? null : lead.listedNames().get(client), theirs);
    }

    private static Decision forOtherPerson(Decision decision, UUID leader) {
        return DecisionBuilder.builder(decision).other(leader).withdraws(null).build();
    }
}
