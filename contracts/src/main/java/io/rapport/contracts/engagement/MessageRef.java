package io.rapport.contracts.engagement;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The references of a message to other messages.
 *
 * @param id this message's own id on its channel
 * @param inReplyTo the message it replies to
 * @param shareOf the message it shares
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
