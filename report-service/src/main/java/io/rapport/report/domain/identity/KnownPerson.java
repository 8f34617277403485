package io.rapport.report.domain.identity;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person with the name to show.
 *
 * @param name the name, else the most reliable handle, else a part of the id; never empty
 * @param handles most reliable first
 * @param profile null while identity has not published the person
 */
public record KnownPerson(
        UUID person,
        String name,
        List<PersonHandle> handles,
        @Nullable PersonProfile profile) {

    public static KnownPerson of(UUID person, List<PersonHandle> handles, @Nullable PersonProfile profile) {
        return new KnownPerson(person, name(person, handles, profile), handles, profile);
    }

    /** The keys of the person's handles, most reliable first. */
    public List<HandleKey> handleKeys(BrandKey brand) {
        return handles.stream()
                .map(handle -> new HandleKey(brand, handle.channel(), handle.id()))
                .toList();
    }

    /** Whether identity has published anything about the person. */
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
