package io.rapport.identity.domain;

import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
        var id = Objects.requireNonNull(decision.other());
        var change = PersonChange.of(person).decided(decision);
        var client = DecisionType.SPLIT.is(decision) ? clientLeft(id) : clientOfBoth();
        if (DecisionType.SPLIT.is(decision)) {
            change.distinctFrom(id);
        } else {
            change.sameAs(id);
        }
        return change.client(client)
                .name(nameAfter(decision, person.person(), client))
                .at(decision.at());
    }

    PersonDescribed otherAfter(Decision decision) {
        var leader = lead.person().person();
        var told = mirrored(decision, leader);
        if (DecisionType.SPLIT.is(decision)) {
            return splitOff(decision, told).distinctFrom(leader).at(decision.at());
        }
        return PersonChange.of(Objects.requireNonNull(other).state())
                .decided(told)
                .sameAs(leader)
                .mergedInto(leader)
                .at(decision.at());
    }

    private PersonChange splitOff(Decision decision, Decision told) {
        var id = Objects.requireNonNull(decision.other());
        if (other == null) {
            return Beginnings.splitOff(lead.head().key().other(id), told).name(nameAfter(decision, id, null));
        }
        return PersonChange.of(other.state())
                .decided(told)
                .mergedInto(null)
                .name(nameAfter(decision, id, other.state().clientId()));
    }

    private @Nullable String clientOfBoth() {
        var own = lead.person().clientId();
        return own != null || other == null ? own : other.state().clientId();
    }

    /** The client row that is left to the leading person: their own, or that of the oldest still merged into them. */
    private @Nullable String clientLeft(UUID splitOff) {
        var client = lead.person().clientId();
        if (client == null || Beginnings.isClient(lead.person(), client)) {
            return client;
        }
        return lead.merged().stream()
                .filter(each -> lead.person().person().equals(each.mergedInto()))
                .filter(each -> each.client() && !each.person().equals(splitOff))
                .sorted(Family.OLDEST_FIRST)
                .map(PersonDescribed::clientId)
                .findFirst()
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
                decision.handles());
    }
}
