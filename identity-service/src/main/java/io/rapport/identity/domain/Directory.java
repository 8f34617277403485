package io.rapport.identity.domain;

import java.util.List;
import java.util.Optional;

/** Looks people up, by any id they ever had. */
public final class Directory {

    private final Families families;

    Directory(Families families) {
        this.families = families;
    }

    /** Who the id stands for now. */
    public Optional<Family> find(PersonKey key) {
        return Optional.ofNullable(families.of(List.of(key)).get(key));
    }
}
