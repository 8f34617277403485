package io.rapport.contracts.brand;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A rule by which a brand recognises automated accounts.
 *
 * @param channel the channel of the accounts; null for all channels
 * @param name the id or name of the accounts, folded; {@code *} stands for any characters
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BotRule(@Nullable String channel, String name) {}
