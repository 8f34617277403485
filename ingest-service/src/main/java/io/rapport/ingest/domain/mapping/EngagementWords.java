package io.rapport.ingest.domain.mapping;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.ingest.domain.text.BundledWordList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words of exports for kinds and directions, and the names of their columns. */
final class EngagementWords {

    private static final Map<String, String> COLUMNS = new HashMap<>();
    private static final Map<String, Map<String, String>> VALUES = new HashMap<>();

    static {
        for (var line : BundledWordList.load("engagement-columns.txt")) {
            var colon = line.indexOf(':');
            for (var word : line.substring(colon + 1).strip().split(" ")) {
                COLUMNS.putIfAbsent(word, line.substring(0, colon));
            }
        }
        for (var line : BundledWordList.load("engagement-words.txt")) {
            var colon = line.indexOf(':');
            var target = line.substring(0, colon).split(" ");
            var words = VALUES.computeIfAbsent(target[0], field -> new HashMap<>());
            for (var word : line.substring(colon + 1).split(",")) {
                words.putIfAbsent(word.strip(), target[1]);
            }
        }
        for (var kind : EngagementKind.values()) {
            VALUES.get("kind").put(kind.name().toLowerCase(Locale.ROOT), kind.name());
        }
        for (var direction : Direction.values()) {
            VALUES.get("direction").put(direction.name().toLowerCase(Locale.ROOT), direction.name());
        }
    }

    private EngagementWords() {}

    /** The field of a column by its whole name. */
    static Optional<String> field(String column) {
        return Optional.ofNullable(COLUMNS.get(BundledWordList.fold(column).replace(" ", "")));
    }

    /** What a word of a field stands for, such as {@code REACTION} for {@code Like}. */
    static Optional<String> value(String field, String word) {
        return Optional.ofNullable(VALUES.getOrDefault(field, Map.of()).get(BundledWordList.fold(word)));
    }

    /** Whether the values of a field are words. */
    static boolean hasWords(String field) {
        return VALUES.containsKey(field);
    }
}
