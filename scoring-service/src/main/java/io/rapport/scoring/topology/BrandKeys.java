package io.rapport.scoring.topology;

import io.rapport.contracts.Keys;

/** The brand at the head of a key, as it is written there. */
final class BrandKeys {

    private BrandKeys() {}

    /** The key of the brand that a person's key begins with. */
    static String of(String key) {
        var agencyEnd = key.indexOf(Keys.SEPARATOR);
        var brandEnd = key.indexOf(Keys.SEPARATOR, agencyEnd + 1);
        if (agencyEnd < 0 || brandEnd < 0) {
            throw new IllegalArgumentException("A person's key has an agency, a brand and a person");
        }
        return key.substring(0, brandEnd);
    }

    /** Comes before the key of everyone of a brand. */
    static String start(String brand) {
        return brand + Keys.SEPARATOR;
    }

    /** Comes after the key of everyone of a brand. */
    static String end(String brand) {
        return brand + (char) (Keys.SEPARATOR + 1);
    }

    /** What stands before the next part of a key, and the part, which needs no encoding. */
    static String separated(String part) {
        return Keys.SEPARATOR + part;
    }

    /** The least key after this one. */
    static String after(String key) {
        return key + '\0';
    }
}
