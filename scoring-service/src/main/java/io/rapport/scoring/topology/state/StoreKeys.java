package io.rapport.scoring.topology.state;

import io.rapport.contracts.TopicKeys;

/** Keys in store order: a brand and what follows it, or a time. */
public final class StoreKeys {

    private static final int TIME_DIGITS = 13;

    private StoreKeys() {}

    /** Returns the brand key at the start of a key. */
    public static String brandOf(String key) {
        var agencyEnd = key.indexOf(TopicKeys.SEPARATOR);
        var brandEnd = key.indexOf(TopicKeys.SEPARATOR, agencyEnd + 1);
        if (agencyEnd < 0 || brandEnd < 0) {
            throw new IllegalArgumentException("The key needs an agency, a brand and a third part");
        }
        return key.substring(0, brandEnd);
    }

    /** Returns the first key of everything below a key. */
    public static String prefixOf(String brand) {
        return brand + TopicKeys.SEPARATOR;
    }

    /** Returns the key after everything below a key. */
    public static String prefixEnd(String brand) {
        return brand + (char) (TopicKeys.SEPARATOR + 1);
    }

    /** Returns the separator and a key part, which must need no encoding. */
    public static String suffix(String part) {
        return TopicKeys.SEPARATOR + part;
    }

    /** Returns epoch milliseconds, not negative, as 13 digits that sort like the times. */
    public static String time(long millis) {
        return number(millis, TIME_DIGITS);
    }

    /** Returns a number, not negative, with leading zeros up to a length, so that it sorts like the number. */
    public static String number(long value, int length) {
        var digits = Long.toString(value);
        return "0".repeat(length - digits.length()) + digits;
    }

    /** Returns the smallest key after this one. */
    public static String successor(String key) {
        return key + '\0';
    }
}
