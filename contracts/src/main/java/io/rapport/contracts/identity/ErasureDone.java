package io.rapport.contracts.identity;

import io.rapport.contracts.BrandKey;
import java.time.Instant;
import java.util.Map;

/**
 * A service has removed what it held under one hash or id of an erased person. Nothing in it says who that was.
 *
 * @param service who removed it
 * @param subject the hash of a handle, the id of a person, or that of the erasure
 * @param removed how much of what; what is removed again was gone already, so that the largest count is the right one
 * @param at when
 */
public record ErasureDone(
        String agency, String brand, String service, String subject, Map<String, Long> removed, Instant at) {

    /** Whose person it was. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }

    /** The topic key: {@code agency|brand|subject|service}. */
    public String key() {
        return brandKey().key(subject, service);
    }
}
