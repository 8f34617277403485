package io.rapport.contracts.identity;

import io.rapport.contracts.BrandKey;
import java.time.Instant;
import java.util.Map;

/**
 * A service has deleted the data of one subject of an erasure. Subjects are hashes and ids, never personal data.
 *
 * @param service the service that deleted it
 * @param subject the hash of a handle, the id of a person, or that of the erasure
 * @param removed the number of deleted records by kind; a repeated deletion finds fewer, so that readers keep the largest
 * @param at the time of the deletion
 */
public record ErasureDone(
        String agency, String brand, String service, String subject, Map<String, Long> removed, Instant at) {

    /** The brand of the erased person. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }

    /** The topic key: {@code agency|brand|subject|service}. */
    public String key() {
        return brandKey().key(subject, service);
    }
}
