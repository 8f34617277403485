package io.rapport.scoring.domain.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Phrases of one or more words, indexed by their first word. */
final class PhraseIndex {

    private final Map<String, List<List<String>>> byFirstWord = new HashMap<>();

    PhraseIndex(List<String> phrases) {
        for (var phrase : phrases) {
            var words = List.of(phrase.split(" "));
            byFirstWord
                    .computeIfAbsent(words.get(0), first -> new ArrayList<>())
                    .add(words);
        }
    }

    /** Whether a phrase begins at this word. */
    boolean matchesAt(List<String> words, int from) {
        for (var phrase : byFirstWord.getOrDefault(words.get(from), List.of())) {
            var end = from + phrase.size();
            if (end <= words.size() && words.subList(from, end).equals(phrase)) {
                return true;
            }
        }
        return false;
    }
}
