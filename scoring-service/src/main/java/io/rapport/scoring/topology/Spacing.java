package io.rapport.scoring.topology;

import java.util.HashMap;
import java.util.Map;

/** Keeps what is told about a brand a second apart. Only in memory: after a restart something may be told a little early. */
final class Spacing {

    private final Map<String, Long> toldAt = new HashMap<>();

    boolean rested(String brand, long now) {
        return Pace.rested(toldAt.getOrDefault(brand, 0L), now);
    }

    void told(String brand, long now) {
        toldAt.put(brand, now);
    }
}
