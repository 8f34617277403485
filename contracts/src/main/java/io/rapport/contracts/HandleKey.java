package io.rapport.contracts;

/**
 * One account on one channel, within one brand.
 *
 * @param brand whose audience the handle belongs to
 * @param channel the channel of the account, a {@link NameRules#TOKEN token}
 * @param handle the platform's stable account id, else the normalised name
 */
public record HandleKey(BrandKey brand, String channel, String handle) {

    /** The topic key and document id of this handle: {@code agency|brand|channel|handle}. */
    public String key() {
        return brand.key(channel, handle);
    }

    /** Parses a handle from its {@link #key}. */
    public static HandleKey of(String key) {
        var parts = TopicKeys.split(key);
        if (parts.size() != 4) {
            throw new IllegalArgumentException("A handle's key has four parts, not: " + parts.size());
        }
        return new HandleKey(new BrandKey(parts.get(0), parts.get(1)), parts.get(2), parts.get(3));
    }
}
