package io.rapport.contracts.engagement;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Where the message stands among others.
 *
 * @param id this message's own id on its channel
 * @param inReplyTo the message it answers
 * @param shareOf the message it passes on
 * @param conversation the thread it belongs to
 * @param url its page
 * @param parent how {@code inReplyTo} or {@code shareOf} is known; null when it has neither
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageRef(
        @Nullable String id,
        @Nullable String inReplyTo,
        @Nullable String shareOf,
        @Nullable String conversation,
        @Nullable String url,
        @Nullable ParentSource parent) {}
