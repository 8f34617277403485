package io.rapport.identity.domain.intake;

import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.identity.domain.decision.SettledFamilyReader;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.outbox.IdentityOutbox;
import io.rapport.identity.domain.person.InitialStates;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.PersonStateChange;
import io.rapport.identity.domain.person.StoredPerson;
import io.rapport.identity.domain.store.PersonRepository;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sets and clears the client mark of people. */
public final class ClientMarker {

    private final SettledFamilyReader families;
    private final PersonRepository people;
    private final IdentityOutbox outbox;

    public ClientMarker(SettledFamilyReader families, PersonRepository people, IdentityOutbox outbox) {
        this.families = families;
        this.people = people;
        this.outbox = outbox;
    }

    /** Determines the client id of a family's member. */
    @FunctionalInterface
    private interface MarkRule {
        @Nullable
        String of(StoredPerson person, String client, PersonFamily family);
    }

    /** Marks clients who are listed again. */
    void mark(Map<PersonKey, String> clients, Instant at) {
        change(clients, at, (person, client, family) -> {
            var before = person.state().clientId();
            var theirs = family.head().equals(person) || InitialStates.isClient(person.state(), client);
            return before == null && theirs ? client : before;
        });
    }

    /** Clears the mark, unless the family has another client. */
    void unmark(Map<PersonKey, String> clients, Instant at) {
        change(clients, at, (person, client, family) -> {
            var before = person.state().clientId();
            if (!client.equals(before)) {
                return before;
            }
            return family.head().equals(person) ? otherClient(family, client).orElse(null) : null;
        });
    }

    private void change(Map<PersonKey, String> clients, Instant at, MarkRule mark) {
        var changed = new HashSet<PersonKey>();
        Set<PersonKey> open = clients.keySet();
        while (!open.isEmpty()) {
            var retries = new HashSet<PersonKey>();
            families.find(open)
                    .forEach((key, family) -> members(family).forEach(person -> {
                        var next = mark.of(person, Objects.requireNonNull(clients.get(key)), family);
                        if (Objects.equals(next, person.state().clientId())) {
                            return;
                        }
                        var marked = PersonStateChange.of(person.state())
                                .client(next)
                                .build(at);
                        if (people.replace(person.withState(marked))) {
                            changed.add(person.key());
                        } else {
                            retries.add(key);
                        }
                    }));
            open = retries;
        }
        outbox.publishPeople(people.find(changed).values().stream()
                .filter(StoredPerson::unpublished)
                .filter(StoredPerson::isFree)
                .toList());
    }

    private static Stream<StoredPerson> members(PersonFamily family) {
        return Stream.concat(Stream.of(family.head()), family.mergedMembers().stream());
    }

    private static Optional<String> otherClient(PersonFamily family, String client) {
        return family.mergedStates().stream()
                .filter(person -> person.clientId() != null && !client.equals(person.clientId()))
                .filter(person -> InitialStates.isClient(person, person.clientId()))
                .sorted(PersonFamily.OLDEST_FIRST)
                .map(PersonDescribed::clientId)
                .flatMap(Stream::ofNullable)
                .findFirst();
    }
}
