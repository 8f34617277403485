package io.rapport.contracts.identity;

/**
 * A handle the brand wrote on its client list.
 *
 * @param channel where the account lives
 * @param handle the account's id or its name, without {@code @}
 */
public record ClientHandle(String channel, String handle) {}
