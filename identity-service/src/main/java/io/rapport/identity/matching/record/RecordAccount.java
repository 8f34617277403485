package io.rapport.identity.matching.record;

import org.jspecify.annotations.Nullable;

/**
 * An account as a record names it.
 *
 * @param channel where it lives
 * @param name the name on the account, in any of the channel's spellings; it may change
 * @param id the platform's stable id
 */
public record RecordAccount(
        String channel, @Nullable String name, @Nullable String id) {}
