package io.rapport.identity.domain.intake;

import io.rapport.contracts.identity.ClientListed;
import io.rapport.identity.domain.outbox.IdentityOutbox;
import io.rapport.identity.domain.person.InitialStates;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.StoredPerson;
import io.rapport.identity.domain.store.PersonRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Creates the people of new rows of the client list, and keeps those of known rows up to date. */
public final class ClientPeople {

    private final PersonRepository people;
    private final ClientMarker marker;
    private final PersonRenamer renamer;
    private final IdentityOutbox outbox;

    public ClientPeople(PersonRepository people, ClientMarker marker, PersonRenamer renamer, IdentityOutbox outbox) {
        this.people = people;
        this.marker = marker;
        this.renamer = renamer;
        this.outbox = outbox;
    }

    /**
     * Inserts missing people and publishes the changes. Idempotent. A new person has the name and the mark of their row from the
     * start, so that nothing is read again; one that changes meanwhile is published again by the outbox.
     */
    void update(Collection<ClientListed> rows, Instant at) {
        var byPerson = new HashMap<PersonKey, ClientListed>();
        rows.forEach(row -> byPerson.put(InitialStates.clientKey(row), row));
        var known = people.find(byPerson.keySet());
        var fresh = insertMissing(byPerson, known);
        if (!known.isEmpty()) {
            marker.mark(findUnmarked(byPerson, known), at);
            renamer.refresh(known.keySet(), at);
        }
        outbox.publishPeople(fresh);
    }

    private List<StoredPerson> insertMissing(Map<PersonKey, ClientListed> rows, Map<PersonKey, StoredPerson> known) {
        var fresh = new ArrayList<StoredPerson>();
        rows.forEach((key, row) -> {
            if (!known.containsKey(key)) {
                fresh.add(StoredPerson.unsaved(InitialStates.clientPerson(row)));
            }
        });
        people.insertIfAbsent(fresh);
        return fresh;
    }

    /** Clients who were on the list before and had been removed. */
    private static Map<PersonKey, String> findUnmarked(
            Map<PersonKey, ClientListed> rows, Map<PersonKey, StoredPerson> known) {
        var unmarked = new HashMap<PersonKey, String>();
        rows.forEach((key, row) -> {
            var person = known.get(key);
            if (person != null && person.state().clientId() == null) {
                unmarked.put(key, row.client());
            }
        });
        return unmarked;
    }
}
