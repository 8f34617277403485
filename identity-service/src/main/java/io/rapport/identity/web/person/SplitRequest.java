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
 * Says that some handles of a person are somebody else's.
 *
 * @param handles which
 * @param to whose they are, of those merged into this person; left out for whoever came with them last, or somebody new
 * @param reason in the decider's words
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
