package io.rapport.report.domain;

import static io.rapport.report.States.person;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Identities of which nothing is known but who was merged into whom. */
public final class Merged implements Identities {

    private final Map<UUID, UUID> into = new HashMap<>();

    Merged(Map<String, String> into) {
        into.forEach((one, other) -> this.into.put(person(one), person(other)));
    }

    @Override
    public Map<UUID, Profile> profiles(BrandKey brand, Collection<UUID> people) {
        var found = new HashMap<UUID, Profile>();
        people.forEach(each -> found.put(each, new Profile(each, null, null, Instant.EPOCH, into.get(each))));
        return found;
    }

    @Override
    public Map<UUID, List<Handle>> handles(BrandKey brand, Collection<UUID> people) {
        return Map.of();
    }

    @Override
    public void assign(BrandKey brand, Collection<HandleAssigned> handles) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long unassign(BrandKey brand, Collection<HandleKey> handles) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void describe(BrandKey brand, Collection<PersonDescribed> people) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long forget(BrandKey brand, Collection<UUID> people) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<HandleAssigned> assignments(BrandKey brand, UUID person) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<UUID, PersonDescribed> described(BrandKey brand, Collection<UUID> people) {
        throw new UnsupportedOperationException();
    }
}
