package io.rapport.contracts.brand;

/**
 * A handle of the brand's own team: never an audience.
 *
 * @param channel where the account lives
 * @param id the account's stable id, as in {@code actor.id}
 */
public record StaffHandle(String channel, String id) {}
