package io.rapport.identity.domain.person;

import io.rapport.identity.domain.history.DecisionType;
import io.rapport.identity.domain.history.EvidenceRule;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.AssignmentStatus;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.Evidence;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How handles and people begin. */
public final class InitialStates {

    private InitialStates() {}

    /** A handle seen for the first time: it stands for a provisional person of its own. */
    public static StoredHandle handle(HandleSighting seen, boolean staff, Instant at) {
        var key = seen.handle();
        var state = new HandleAssigned(
                key.brand().agency(),
                key.brand().brand(),
                key.channel(),
                key.handle(),
                DeterministicIds.provisionalPerson(key),
                AssignmentStatus.CONFIRMED,
                1,
                List.of(accountEvidence(key)),
                staff,
                seen.profile(),
                1,
                seen.first(),
                at);
        return new StoredHandle(state, seen.last(), true);
    }

    /** What every handle tells from the first on. */
    public static Evidence accountEvidence(HandleKey key) {
        return EvidenceRule.ACCOUNT_ID.evidence("account " + key.handle() + " on " + key.channel());
    }

    /** Whether a person is as they began, one with nobody and nothing decided about them. */
    public static boolean isUntouched(StoredPerson person) {
        return person.isFree()
                && person.state().mergedInto() == null
                && person.state().decisions().size() <= 1;
    }

    /** The provisional person of a handle, as they were when it was first seen. */
    public static PersonDescribed provisionalPerson(HandleAssigned handle) {
        var key = handle.handleKey();
        var person = new PersonKey(key.brand(), DeterministicIds.provisionalPerson(key));
        var created = new Decision(
                DeterministicIds.of("decision", person.key() + "#0"),
                DecisionType.CREATED.name(),
                EvidenceRule.ACCOUNT_ID.name(),
                handle.at(),
                "First seen on " + key.channel(),
                1,
                null,
                List.of(key.key()));
        return begin(person, handle.since(), created)
                .name(PersonNameSelector.select(null, List.of(handle)))
                .build(handle.at());
    }

    /** The provisional person of a handle, unless it belongs to somebody else by now. */
    public static Optional<PersonDescribed> provisionalOwner(HandleAssigned handle) {
        return handle.person().equals(DeterministicIds.provisionalPerson(handle.handleKey()))
                ? Optional.of(provisionalPerson(handle))
                : Optional.empty();
    }

    /** The person behind a row of the client list. */
    public static PersonDescribed clientPerson(ClientListed row) {
        var person = clientKey(row);
        var listed = new Decision(
                DeterministicIds.of("decision", person.key() + "#0"),
                DecisionType.CLIENT.name(),
                EvidenceRule.CLIENT_LIST.name(),
                row.at(),
                "On the client list as " + row.client(),
                1,
                null,
                List.of());
        return begin(person, row.at(), listed)
                .name(row.name())
                .client(row.client())
                .build(row.at());
    }

    public static PersonKey clientKey(ClientListed row) {
        return new PersonKey(row.brandKey(), DeterministicIds.clientPerson(row.brandKey(), row.client()));
    }

    /** A person who is there because of a decision: handles were split off. */
    public static PersonStateChange splitPerson(PersonKey person, Decision split) {
        return PersonStateChange.of(blankPerson(person.brand(), person.person(), split.at()))
                .addDecision(split);
    }

    /** Whether a person is the one behind a row of the client list, by that row's id. */
    public static boolean isClient(PersonDescribed person, @Nullable String client) {
        return client != null
                && DeterministicIds.clientPerson(person.brandKey(), client).equals(person.person());
    }

    private static PersonStateChange begin(PersonKey person, Instant since, Decision first) {
        return PersonStateChange.of(blankPerson(person.brand(), person.person(), since)).addDecision(first);
    }

    private static PersonDescribed blankPerson(BrandKey brand, UUID person, Instant since) {
        return new PersonDescribed(
                brand.agency(), brand.brand(), person, null, false, null, since, null, List.of(), List.of(), 0, since);
    }
}
