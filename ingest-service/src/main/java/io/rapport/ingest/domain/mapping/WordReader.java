package io.rapport.ingest.domain.mapping;

import io.rapport.ingest.domain.text.BundledWordList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads what the words of an export stand for: as the mapping declares, else by the words that are known for a field. */
final class WordReader {

    private final Map<String, Map<String, String>> mapped = new HashMap<>();

    WordReader(EngagementMapping mapping) {
        mapping.values().forEach((field, words) -> {
            var folded = mapped.computeIfAbsent(field, name -> new HashMap<>());
            words.forEach((word, value) -> folded.putIfAbsent(key(word), value));
        });
    }

    /** The value of a word; the word itself when it is unknown. */
    String read(String field, String word) {
        return find(field, word).orElse(word);
    }

    boolean isKnown(String field, String word) {
        return find(field, word).isPresent();
    }

    private Optional<String> find(String field, String word) {
        if (!mapped.containsKey(field) && !EngagementWords.hasWords(field)) {
            return Optional.empty();
        }
        var own = mapped.getOrDefault(field, Map.of()).get(key(word));
        return own != null ? Optional.of(own) : EngagementWords.value(field, word);
    }

    /** Folded, unless nothing of the word is a letter or digit. */
    private static String key(String word) {
        var folded = BundledWordList.fold(word);
        return folded.isEmpty() ? word.strip() : folded;
    }
}
