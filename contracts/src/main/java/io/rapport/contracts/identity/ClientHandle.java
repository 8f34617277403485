package io.rapport.contracts.identity;

/**
 * A handle on a brand's client list.
 *
 * @param channel the channel of the account
 * @param handle the account's id or its name, without {@code @}
 */
public record ClientHandle(String channel, String handle) {}
