package io.rapport.identity.domain;

import io.rapport.contracts.identity.ClientListed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Looks people up, by any id they ever had. */
public final class Directory {

    private final Families families;
    private final ListStore lists;

    Directory(Families families, ListStore lists) {
        this.families = families;
        this.lists = lists;
    }

    /** Who the id stands for now. */
    public Optional<Family> find(PersonKey key) {
        return Optional.ofNullable(families.of(List.of(key)).get(key));
    }

    /** Who each id stands for now; unknown ids are left out. */
    public Map<PersonKey, Family> find(Collection<PersonKey> keys) {
        return families.of(keys);
    }

    /** The rows of the client list by which they, or whoever was merged into them, are clients. */
    public Collection<ClientListed> rows(Family family) {
        var clients = family.everybody().stream()
                .map(each -> each.state().clientId())
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        return clients.isEmpty()
                ? List.of()
                : lists.clients(family.head().key().brand(), clients).values();
    }
}
