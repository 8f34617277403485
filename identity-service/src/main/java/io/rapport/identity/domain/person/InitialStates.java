package io.rapport.identity.domain.person;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.AssignmentStatus;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.DecisionBuilder;
import io.rapport.contracts.identity.Evidence;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.HandleAssignedBuilder;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.identity.PersonDescribedBuilder;
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
        var state = HandleAssignedBuilder.builder()
                .agency(key.brand().agency())
                .brand(key.brand().brand())
                .channel(key.channel())
                .handle(key.handle())
                .person(DeterministicIds.provisionalPerson(key))
                .status(AssignmentStatus.CONFIRMED)
                .confidence(1)
                .evidence(List.of(accountEvidence(key)))
                .staff(staff)
                .profile(sighting.profile())
                .version(1)
                .since(sighting.first())
                .at(at)
                .build();
        return new StoredHandle(state, sighting.stated().times(), true);
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
        var created = DecisionBuilder.builder()
                .id(DeterministicIds.of("decision", person.key() + "#0"))
                .type(DecisionType.CREATED.name())
                .by(EvidenceRule.ACCOUNT_ID.name())
                .at(handle.at())
                .reason("First seen on " + key.channel())
                .confidence(1)
                .handles(List.of(key.key()))
                .build();
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
        var listed = DecisionBuilder.builder()
                .id(DeterministicIds.of("decision", person.key() + "#0"))
                .type(DecisionType.CLIENT.name())
                .by(EvidenceRule.CLIENT_LIST.name())
                .at(row.at())
                .reason("On the client list as " + row.client())
                .confidence(1)
                .handles(List.of())
                .build();
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
        return PersonDescribedBuilder.builder()
                .agency(brand.agency())
                .brand(brand.brand())
                .person(person)
                .since(since)
                .distinctFrom(List.of())
                .decisions(List.of())
                .at(since)
                .build();
    }
}
