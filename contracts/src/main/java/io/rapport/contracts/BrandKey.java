package io.rapport.contracts;

/**
 * One brand of one agency: the scope of everything Rapport stores. Every query starts from one, so that nothing can be
 * asked across it.
 *
 * @param agency the tenant, a {@link NameRules#TOKEN token}
 * @param brand the brand, a {@link NameRules#TOKEN token}, unique within its agency
 */
public record BrandKey(String agency, String brand) {

    /** This brand as a topic key and as the head of every document's {@code _id}. */
    public String key() {
        return TopicKeys.join(agency, brand);
    }

    /** The key of a part of this brand, such as a person: {@code agency|brand|part…}. */
    public String key(String... parts) {
        return key() + TopicKeys.SEPARATOR + TopicKeys.join(parts);
    }

    /** The half-open range of all keys under this brand, for scans: from {@code agency|brand|} … */
    public String rangeStart() {
        return key() + TopicKeys.SEPARATOR;
    }

    /** … to just before this. */
    public String rangeEnd() {
        return key() + (char) (TopicKeys.SEPARATOR + 1);
    }

    /** Reads the brand off the front of a key that begins with agency and brand. */
    public static BrandKey of(String key) {
        var parts = TopicKeys.split(key);
        if (parts.size() < 2) {
            throw new IllegalArgumentException("A brand's key has an agency and a brand, not: " + key);
        }
        return new BrandKey(parts.get(0), parts.get(1));
    }
}
