package io.rapport.contracts.brand;

/**
 * A handle of the brand's own team, which is never scored.
 *
 * @param channel the channel of the account
 * @param id the account's stable id, as in {@code actor.id}
 */
public record StaffHandle(String channel, String id) {}
