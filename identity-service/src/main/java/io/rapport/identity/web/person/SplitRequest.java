package io.rapport.identity.web.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Splits handles off a person.
 *
 * @param handles the handles to split off
 * @param to the person to restore, one of those merged into this person; if null, the last one merged with these handles, or a new person
 * @param reason the reason given by the caller
 */
record SplitRequest(
        @Nullable List<HandleName> handles,
        @Nullable UUID to,
        @Nullable String reason) {

    Set<HandleKey> keys(BrandKey brand) {
        return Stream.ofNullable(handles)
                .flatMap(List::stream)
                .map(handle -> handle.in(brand))
                .collect(Collectors.toSet());
    }

    /** A handle as {@code {"channel": …, "handle": …}} or as its key. */
    record HandleName(
            @Nullable String channel,
            @Nullable String handle,
            @Nullable String key) {

        @JsonCreator
        static HandleName of(@JsonProperty("channel") String channel, @JsonProperty("handle") String handle) {
            return new HandleName(channel, handle, null);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static HandleName of(String key) {
            return new HandleName(null, null, key);
        }

        HandleKey in(BrandKey brand) {
            return key != null
                    ? HandleKey.of(key)
                    : new HandleKey(
                            brand, Objects.requireNonNullElse(channel, ""), Objects.requireNonNullElse(handle, ""));
        }
    }
}
