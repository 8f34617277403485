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

    private static final int SHORT_ID = 8;

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

    /** Whether the name is one that the person has, so that neither a handle nor the id stands for it. */
    public boolean isNamed() {
        return ownName(profile) != null;
    }

    /** The part of the id that stands for a missing name. */
    public String shortId() {
        return shortId(person);
    }

    private static String shortId(UUID person) {
        return person.toString().substring(0, SHORT_ID);
    }

    private static @Nullable String ownName(@Nullable PersonProfile profile) {
        var name = profile == null ? null : profile.name();
        return name != null && PersonHandle.hasVisibleCharacter(name) ? name : null;
    }

    private static String name(UUID person, List<PersonHandle> handles, @Nullable PersonProfile profile) {
        var name = ownName(profile);
        if (name != null) {
            return name;
        }
        return handles.isEmpty()
                ? "Someone (" + shortId(person) + ")"
                : handles.get(0).displayName();
    }
}
