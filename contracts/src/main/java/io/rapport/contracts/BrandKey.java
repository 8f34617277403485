package io.rapport.contracts;

/**
 * One brand of one agency: the scope of all stored data. Every query is scoped to one brand.
 *
 * @param agency the tenant, a {@link NameRules#TOKEN token}
 * @param brand the brand, a {@link NameRules#TOKEN token}, unique within its agency
 */
public record BrandKey(String agency, String brand) {

    /** The topic key of this brand, which is also the prefix of each of its documents' {@code _id}s. */
    public String key() {
        return TopicKeys.join(agency, brand);
    }

    /** The key of something within this brand, such as a person: {@code agency|brand|part…}. */
    public String key(String... parts) {
        return key() + TopicKeys.SEPARATOR + TopicKeys.join(parts);
    }

    /** The inclusive lower bound of all keys within this brand, for range scans. */
    public String rangeStart() {
        return key() + TopicKeys.SEPARATOR;
    }

    /** The exclusive upper bound of all keys within this brand, for range scans. */
    public String rangeEnd() {
        return key() + (char) (TopicKeys.SEPARATOR + 1);
    }

    /** Parses the brand from a key that begins with agency and brand. */
    public static BrandKey of(String key) {
        var parts = TopicKeys.split(key);
        if (parts.size() < 2) {
            throw new IllegalArgumentException("A brand's key has an agency and a brand, not: " + key);
        }
        return new BrandKey(parts.get(0), parts.get(1));
    }
}
