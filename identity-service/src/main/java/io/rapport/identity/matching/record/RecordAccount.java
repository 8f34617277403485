package io.rapport.identity.matching.record;

import org.jspecify.annotations.Nullable;

/**
 * An account as a record states it.
 *
 * @param channel the channel of the account
 * @param name the account name in any of the channel's spellings; it may change
 * @param id the platform's stable id
 */
public record RecordAccount(
        String channel, @Nullable String name, @Nullable String id) {}
