package io.rapport.report.domain.identity;

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
        List<PersonHandle> handles,
        @Nullable PersonProfile profile) {

    public static KnownPerson of(UUID person, List<PersonHandle> handles, @Nullable PersonProfile profile) {
        return new KnownPerson(person, name(person, handles, profile), handles, profile);
    }

    /** Whether anything is known of them. */
    public boolean isKnown() {
        return profile != null || !handles.isEmpty();
    }

    private static String name(UUID person, List<PersonHandle> handles, @Nullable PersonProfile profile) {
        var name = profile == null ? null : profile.name();
        if (name != null && PersonHandle.hasVisibleCharacter(name)) {
            return name;
        }
        return handles.isEmpty()
                ? "Someone (" + person.toString().substring(0, 8) + ")"
                : handles.get(0).displayName();
    }
}
