package io.rapport.scoring.topology.state;

import io.rapport.contracts.TopicKeys;

/** Keys as stores sort them: a brand and what follows it, or a time. */
public final class StoreKeys {

    private static final int TIME_DIGITS = 13;

    private StoreKeys() {}

    /** The key of the brand that a person's key begins with. */
    public static String brandOf(String key) {
        var agencyEnd = key.indexOf(TopicKeys.SEPARATOR);
        var brandEnd = key.indexOf(TopicKeys.SEPARATOR, agencyEnd + 1);
        if (agencyEnd < 0 || brandEnd < 0) {
            throw new IllegalArgumentException("A person's key has an agency, a brand and a person");
        }
        return key.substring(0, brandEnd);
    }

    /** Comes before the key of everyone of a brand. */
    public static String prefixOf(String brand) {
        return brand + TopicKeys.SEPARATOR;
    }

    /** Comes after the key of everyone of a brand. */
    public static String prefixEnd(String brand) {
        return brand + (char) (TopicKeys.SEPARATOR + 1);
    }

    /** What stands before the next part of a key, and the part, which needs no encoding. */
    public static String suffix(String part) {
        return TopicKeys.SEPARATOR + part;
    }

    /** A time, in milliseconds of the epoch from 0 on, as 13 digits that sort as times do. */
    public static String time(long millis) {
        var digits = Long.toString(millis);
        return "0".repeat(TIME_DIGITS - digits.length()) + digits;
    }

    /** The least key after this one. */
    public static String successor(String key) {
        return key + '\0';
    }
}
