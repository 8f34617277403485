package io.rapport.identity.domain;

import io.rapport.contracts.identity.PersonDescribed;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Marks people as clients, and takes the mark off again when they are no longer on the list. They stay who they are. */
final class ClientMarks {

    private final Gathering gathering;
    private final PersonStore people;
    private final Outbox outbox;

    ClientMarks(Gathering gathering, PersonStore people, Outbox outbox) {
        this.gathering = gathering;
        this.people = people;
        this.outbox = outbox;
    }

    /** Which client somebody is to be, of a client's family: themselves, or somebody they were merged into. */
    @FunctionalInterface
    private interface Mark {
        @Nullable
        String of(StoredPerson person, String client, Family family);
    }

    /** Marks those of the clients' people who lost the mark before. */
    void set(Map<PersonKey, String> clients, Instant at) {
        change(clients, at, (person, client, family) -> {
            var before = person.state().clientId();
            var theirs = family.head().equals(person) || Beginnings.isClient(person.state(), client);
            return before == null && theirs ? client : before;
        });
    }

    /** Takes the mark off the clients' people, unless another client is one with them. */
    void clear(Map<PersonKey, String> clients, Instant at) {
        change(clients, at, (person, client, family) -> {
            var before = person.state().clientId();
            if (!client.equals(before)) {
                return before;
            }
            return family.head().equals(person) ? another(family, client).orElse(null) : null;
        });
    }

    private void change(Map<PersonKey, String> clients, Instant at, Mark mark) {
        var changed = new HashSet<PersonKey>();
        Set<PersonKey> open = clients.keySet();
        while (!open.isEmpty()) {
            var again = new HashSet<PersonKey>();
            gathering
                    .free(open)
                    .forEach((key, family) -> all(family).forEach(person -> {
                        var next = mark.of(person, Objects.requireNonNull(clients.get(key)), family);
                        if (Objects.equals(next, person.state().clientId())) {
                            return;
                        }
                        var marked =
                                PersonChange.of(person.state()).client(next).at(at);
                        if (people.replace(person.next(marked))) {
                            changed.add(person.key());
                        } else {
                            again.add(key);
                        }
                    }));
            open = again;
        }
        outbox.people(people.find(changed).values().stream()
                .filter(StoredPerson::due)
                .filter(StoredPerson::isFree)
                .toList());
    }

    private static Stream<StoredPerson> all(Family family) {
        return Stream.concat(Stream.of(family.head()), family.mergedStored().stream());
    }

    private static Optional<String> another(Family family, String client) {
        return family.merged().stream()
                .filter(person -> person.clientId() != null && !client.equals(person.clientId()))
                .filter(person -> Beginnings.isClient(person, person.clientId()))
                .sorted(Family.OLDEST_FIRST)
                .map(PersonDescribed::clientId)
                .flatMap(Stream::ofNullable)
                .findFirst();
    }
}
