package io.rapport.identity.domain.family;

import io.rapport.contracts.identity.ClientListed;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.store.BrandListRepository;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Looks up people by any id they ever had. */
public final class FamilyDirectory {

    private final FamilyReader families;
    private final BrandListRepository lists;

    public FamilyDirectory(FamilyReader families, BrandListRepository lists) {
        this.families = families;
        this.lists = lists;
    }

    /** The family the id resolves to. */
    public Optional<PersonFamily> find(PersonKey key) {
        return Optional.ofNullable(families.find(List.of(key)).get(key));
    }

    /** The family each id resolves to; unknown ids are left out. */
    public Map<PersonKey, PersonFamily> find(Collection<PersonKey> keys) {
        return families.find(keys);
    }

    /** The client rows of the head and of all merged members. */
    public Collection<ClientListed> findClientRows(PersonFamily family) {
        var clients = family.members().stream()
                .map(each -> each.state().clientId())
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        return clients.isEmpty()
                ? List.of()
                : lists.findClients(family.head().key().brand(), clients).values();
    }
}
