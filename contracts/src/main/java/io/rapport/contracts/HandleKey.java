package io.rapport.contracts;

/**
 * One account on one channel, as one brand meets it.
 *
 * @param brand whose audience the handle belongs to
 * @param channel where the account lives, a {@link NameRules#TOKEN token}
 * @param handle the platform's stable account id, else the normalised name
 */
public record HandleKey(BrandKey brand, String channel, String handle) {

    /** This handle as a topic key and document id: {@code agency|brand|channel|handle}. */
    public String key() {
        return brand.key(channel, handle);
    }

    /** Reads a handle from its {@link #key}. */
    public static HandleKey of(String key) {
        var parts = TopicKeys.split(key);
        if (parts.size() != 4) {
            throw new IllegalArgumentException("A handle's key has four parts, not: " + parts.size());
        }
        return new HandleKey(new BrandKey(parts.get(0), parts.get(1)), parts.get(2), parts.get(3));
    }
}
