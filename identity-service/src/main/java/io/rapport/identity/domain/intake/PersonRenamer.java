package io.rapport.identity.domain.intake;

import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.identity.domain.decision.SettledFamilyReader;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.outbox.IdentityOutbox;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.PersonNameSelector;
import io.rapport.identity.domain.person.PersonStateChange;
import io.rapport.identity.domain.person.StoredPerson;
import io.rapport.identity.domain.store.PersonRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps the names of people up to date with their accounts and the client list. */
public final class PersonRenamer {

    private final SettledFamilyReader families;
    private final PersonRepository people;
    private final IdentityOutbox outbox;

    public PersonRenamer(SettledFamilyReader families, PersonRepository people, IdentityOutbox outbox) {
        this.families = families;
        this.people = people;
        this.outbox = outbox;
    }

    /** Renames people and publishes them. */
    public void refresh(Collection<PersonKey> keys, Instant at) {
        publish(rename(keys, at));
    }

    /** Renames people whose name is out of date; returns the keys of all heads. */
    public Set<PersonKey> rename(Collection<PersonKey> keys, Instant at) {
        Set<PersonKey> open = new HashSet<>(keys);
        var heads = new HashSet<PersonKey>();
        while (!open.isEmpty()) {
            var conflicts = new HashSet<PersonKey>();
            for (var family : new HashSet<>(families.find(open).values())) {
                heads.add(family.head().key());
                if (!isCurrent(family) && !people.replace(family.head().withState(renamed(family, at)))) {
                    conflicts.add(family.head().key());
                }
            }
            open = conflicts;
        }
        return heads;
    }

    /** Publishes the unpublished people among these. */
    public void publish(Collection<PersonKey> heads) {
        outbox.publishPeople(people.find(heads).values().stream()
                .filter(StoredPerson::unpublished)
                .filter(StoredPerson::isFree)
                .toList());
    }

    private static boolean isCurrent(PersonFamily family) {
        return Objects.equals(family.person().name(), name(family));
    }

    private static PersonDescribed renamed(PersonFamily family, Instant at) {
        return PersonStateChange.of(family.person()).name(name(family)).build(at);
    }

    private static @Nullable String name(PersonFamily family) {
        var client = family.person().clientId();
        return PersonNameSelector.select(
                client == null ? null : family.listedNames().get(client), family.handles());
    }
}
