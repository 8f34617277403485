package io.rapport.identity.domain;

import io.rapport.contracts.identity.PersonDescribed;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps people's names as their accounts and the client list have them. */
final class Naming {

    private final Gathering gathering;
    private final PersonStore people;
    private final Outbox outbox;

    Naming(Gathering gathering, PersonStore people, Outbox outbox) {
        this.gathering = gathering;
        this.people = people;
        this.outbox = outbox;
    }

    /** Renames and publishes. */
    void refresh(Collection<PersonKey> keys, Instant at) {
        publish(rename(keys, at));
    }

    /** Renames those of the people who are called something else now; gives all the people they are. */
    Set<PersonKey> rename(Collection<PersonKey> keys, Instant at) {
        Set<PersonKey> open = new HashSet<>(keys);
        var heads = new HashSet<PersonKey>();
        while (!open.isEmpty()) {
            var conflicts = new HashSet<PersonKey>();
            for (var family : new HashSet<>(gathering.free(open).values())) {
                heads.add(family.head().key());
                if (!isRight(family) && !people.replace(family.head().next(renamed(family, at)))) {
                    conflicts.add(family.head().key());
                }
            }
            open = conflicts;
        }
        return heads;
    }

    /** Publishes those of the people who are due. */
    void publish(Collection<PersonKey> heads) {
        outbox.people(people.find(heads).values().stream()
                .filter(StoredPerson::due)
                .filter(StoredPerson::isFree)
                .toList());
    }

    private static boolean isRight(Family family) {
        return Objects.equals(family.person().name(), name(family));
    }

    private static PersonDescribed renamed(Family family, Instant at) {
        return PersonChange.of(family.person()).name(name(family)).at(at);
    }

    private static @Nullable String name(Family family) {
        var client = family.person().clientId();
        return PersonName.of(client == null ? null : family.listedNames().get(client), family.handles());
    }
}
