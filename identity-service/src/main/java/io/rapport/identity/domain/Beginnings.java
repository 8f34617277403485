package io.rapport.identity.domain;

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
final class Beginnings {

    private Beginnings() {}

    /** A handle seen for the first time: it stands for a provisional person of its own. */
    static StoredHandle handle(Sighting seen, boolean staff, Instant at) {
        var key = seen.handle();
        var state = new HandleAssigned(
                key.brand().agency(),
                key.brand().brand(),
                key.channel(),
                key.handle(),
                DeterministicIds.provisionalPerson(key),
                AssignmentStatus.CONFIRMED,
                1,
                List.of(account(key)),
                staff,
                seen.profile(),
                1,
                seen.first(),
                at);
        return new StoredHandle(state, seen.last(), true);
    }

    /** What every handle tells from the first on. */
    static Evidence account(HandleKey key) {
        return Rule.ACCOUNT_ID.evidence("account " + key.handle() + " on " + key.channel());
    }

    /** Whether a person is as they began, one with nobody and nothing decided about them. */
    static boolean isUntouched(StoredPerson person) {
        return person.isFree()
                && person.state().mergedInto() == null
                && person.state().decisions().size() <= 1;
    }

    /** The provisional person of a handle, as they were when it was first seen. */
    static PersonDescribed provisional(HandleAssigned handle) {
        var key = handle.handleKey();
        var person = new PersonKey(key.brand(), DeterministicIds.provisionalPerson(key));
        var created = new Decision(
                DeterministicIds.of("decision", person.key() + "#0"),
                DecisionType.CREATED.name(),
                Rule.ACCOUNT_ID.name(),
                handle.at(),
                "First seen on " + key.channel(),
                1,
                null,
                List.of(key.key()));
        return begin(person, handle.since(), created)
                .name(PersonName.of(null, List.of(handle)))
                .at(handle.at());
    }

    /** The provisional person of a handle, unless it belongs to somebody else by now. */
    static Optional<PersonDescribed> provisionalIfTheirs(HandleAssigned handle) {
        return handle.person().equals(DeterministicIds.provisionalPerson(handle.handleKey()))
                ? Optional.of(provisional(handle))
                : Optional.empty();
    }

    /** The person behind a row of the client list. */
    static PersonDescribed client(ClientListed row) {
        var person = person(row);
        var listed = new Decision(
                DeterministicIds.of("decision", person.key() + "#0"),
                DecisionType.CLIENT.name(),
                Rule.CLIENT_LIST.name(),
                row.at(),
                "On the client list as " + row.client(),
                1,
                null,
                List.of());
        return begin(person, row.at(), listed)
                .name(row.name())
                .client(row.client())
                .at(row.at());
    }

    static PersonKey person(ClientListed row) {
        return new PersonKey(row.brandKey(), DeterministicIds.clientPerson(row.brandKey(), row.client()));
    }

    /** A person who is there because of a decision: handles were split off. */
    static PersonChange splitOff(PersonKey person, Decision split) {
        return PersonChange.of(nobody(person.brand(), person.person(), split.at()))
                .decided(split);
    }

    /** Whether a person is the one behind a row of the client list, by that row's id. */
    static boolean isClient(PersonDescribed person, @Nullable String client) {
        return client != null
                && DeterministicIds.clientPerson(person.brandKey(), client).equals(person.person());
    }

    private static PersonChange begin(PersonKey person, Instant since, Decision first) {
        return PersonChange.of(nobody(person.brand(), person.person(), since)).decided(first);
    }

    private static PersonDescribed nobody(BrandKey brand, UUID person, Instant since) {
        return new PersonDescribed(
                brand.agency(), brand.brand(), person, null, false, null, since, null, List.of(), List.of(), 0, since);
    }
}
