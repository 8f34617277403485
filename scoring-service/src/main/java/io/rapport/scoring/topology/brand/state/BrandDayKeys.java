package io.rapport.scoring.topology.brand.state;

import io.rapport.scoring.topology.state.EpochDays;
import io.rapport.scoring.topology.state.StoreKeys;

/** Keys of the days of a brand, in the order of the days. Days before 1970 have the key of its first day. */
final class BrandDayKeys {

    private static final int DIGITS = 7;
    private static final int MAX_DAY = 9_999_999;

    private BrandDayKeys() {}

    static String key(String brand, int day) {
        return StoreKeys.prefixOf(brand) + StoreKeys.number(Math.max(0, Math.min(MAX_DAY, day)), DIGITS);
    }

    /** Returns the key of the day after a day; the first of all after {@link EpochDays#NONE}. */
    static String keyAfter(String brand, int day) {
        return key(brand, day == EpochDays.NONE ? 0 : day + 1);
    }

    static String lastKey(String brand) {
        return key(brand, MAX_DAY);
    }

    static int dayOf(String key) {
        return Integer.parseInt(key.substring(key.length() - DIGITS));
    }
}
