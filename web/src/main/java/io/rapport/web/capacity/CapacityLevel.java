package io.rapport.web.capacity;

/** How full the memory is. */
public enum CapacityLevel {
    /** Below 70 %. */
    SUFFICIENT,
    /** From 70 % on: pages and health show it. */
    LOW,
    /** From 90 % on: requests that add documents are refused. */
    FULL;

    /** From this ratio on the level is {@link #LOW}. */
    public static final double LOW_RATIO = 0.7;

    /** From this ratio on the level is {@link #FULL}. */
    public static final double FULL_RATIO = 0.9;

    /** The level for a share of used memory, from 0 to 1. */
    public static CapacityLevel of(double usedRatio) {
        if (usedRatio >= FULL_RATIO) {
            return FULL;
        }
        return usedRatio >= LOW_RATIO ? LOW : SUFFICIENT;
    }
}
