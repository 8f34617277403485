package io.rapport.report.domain.identity;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A filter of people by what identity knows of them.
 *
 * @param words each of them begins a word of the person's name or handles; empty for all; see {@link NameWords}
 * @param channel a channel on which the person has a handle; null for all
 */
public record IdentityFilter(List<String> words, @Nullable String channel) {

    /** No filter. */
    public static final IdentityFilter NONE = new IdentityFilter(List.of(), null);

    /** Whether everyone passes. */
    public boolean isEmpty() {
        return words.isEmpty() && channel == null;
    }

    /** Whether a person passes. */
    public boolean matches(KnownPerson person) {
        return hasHandleOnChannel(person) && (words.isEmpty() || NameWords.match(words(person), words));
    }

    private boolean hasHandleOnChannel(KnownPerson person) {
        return channel == null
                || person.handles().stream().anyMatch(handle -> handle.channel().equals(channel));
    }

    private static List<String> words(KnownPerson person) {
        var profile = person.profile();
        var names = person.handles().stream().flatMap(handle -> Stream.of(handle.id(), handle.name()));
        return Stream.concat(Stream.ofNullable(profile == null ? null : profile.name()), names)
                .flatMap(name -> NameWords.of(name).stream())
                .toList();
    }
}
