package io.rapport.identity.domain.person;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.AssignmentStatus;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.Evidence;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.identity.domain.history.DecisionType;
import io.rapport.identity.domain.history.EvidenceRule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The first states of handles and people. */
public final class InitialStates {

    private InitialStates() {}

    /** A handle seen for the first time, assigned to its provisional person. */
    public static StoredHandle handle(HandleSighting sighting, boolean staff, Instant at) {
        var key = sighting.handle();
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
                sighting.profile(),
                1,
                sighting.first(),
                at);
        return new StoredHandle(state, sighting.last(), true);
    }

    /** The evidence that every handle has from the start. */
    public static Evidence accountEvidence(HandleKey key) {
        return EvidenceRule.ACCOUNT_ID.evidence("account " + key.handle() + " on " + key.channel());
    }

    /** Whether a person has no decision besides the one that created them, and none in progress. */
    public static boolean isUntouched(StoredPerson person) {
        return person.isFree()
                && person.state().mergedInto() == null
                && person.state().decisions().size() <= 1;
    }

    /** The provisional person of a handle, in their first state. */
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

    /** The provisional person of a handle; empty if it is assigned to another person. */
    public static Optional<PersonDescribed> provisionalOwner(HandleAssigned handle) {
        return handle.person().equals(DeterministicIds.provisionalPerson(handle.handleKey()))
                ? Optional.of(provisionalPerson(handle))
                : Optional.empty();
    }

    /** The person of a row of the client list. */
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
                .name(ListedName.of(row))
                .client(row.client())
                .build(row.at());
    }

    public static PersonKey clientKey(ClientListed row) {
        return new PersonKey(row.brandKey(), DeterministicIds.clientPerson(row.brandKey(), row.client()));
    }

    /** A person created by a split. */
    public static PersonStateChange splitPerson(PersonKey person, Decision split) {
        return PersonStateChange.of(blankPerson(person.brand(), person.person(), split.at()))
                .addDecision(split);
    }

    /** Whether a person was created for this row of the client list. */
    public static boolean isClient(PersonDescribed person, @Nullable String client) {
        return client != null
                && DeterministicIds.clientPerson(person.brandKey(), client).equals(person.person());
    }

    private static PersonStateChange begin(PersonKey person, Instant since, Decision first) {
        return PersonStateChange.of(blankPerson(person.brand(), person.person(), since))
                .addDecision(first);
    }

    private static PersonDescribed blankPerson(BrandKey brand, UUID person, Instant since) {
        return new PersonDescribed(
                brand.agency(), brand.brand(), person, null, false, null, since, null, List.of(), List.of(), 0, since);
    }
}
