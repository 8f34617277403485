package io.rapport.contracts.account;

import org.jspecify.annotations.Nullable;

/**
 * The account that a cell names.
 *
 * @param channel the channel of the account: that of the page's host where the cell is a page address of a known platform,
 *     else the channel the cell was read for
 * @param account the account's id or name, without {@code @}, in the case it was written; null when a page address contains
 *     none
 * @param link the page address, with a scheme; null when the cell is no page address
 */
public record AccountReference(
        String channel, @Nullable String account, @Nullable String link) {}
