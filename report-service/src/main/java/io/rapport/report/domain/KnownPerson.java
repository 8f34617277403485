package io.rapport.report.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person with what they are called here.
 *
 * @param name their name, else their best handle, else a part of their id; never empty
 * @param handles best known first
 * @param profile who they are; null until it is known
 */
public record KnownPerson(
        UUID person,
        String name,
        List<Handle> handles,
        @Nullable Profile profile) {

    static KnownPerson of(UUID person, List<Handle> handles, @Nullable Profile profile) {
        return new KnownPerson(person, name(person, handles, profile), handles, profile);
    }

    /** Whether anything is known of them. */
    public boolean isKnown() {
        return profile != null || !handles.isEmpty();
    }

    private static String name(UUID person, List<Handle> handles, @Nullable Profile profile) {
        var name = profile == null ? null : profile.name();
        if (name != null && Handle.hasSomethingToSee(name)) {
            return name;
        }
        return handles.isEmpty()
                ? "Someone (" + person.toString().substring(0, 8) + ")"
                : handles.get(0).spoken();
    }
}
