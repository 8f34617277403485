package io.rapport.scoring.sentiment;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Endings and intensifying prefixes of a language, by which inflected forms of listed words are found. */
final class InflectionRules {

    static final InflectionRules ENGLISH = new InflectionRules("'s", "");
    static final InflectionRules SCANDINAVIAN = new InflectionRules(
            "ene ane erne ande ende este aste ast est ste st are ere ens ets ade ede dde te de en et er ar or an na ne a e t n r s",
            "kjempe dritt super kanon knall drit mega rå jätte skit svin kæmpe pisse sinds topp hyper ultra");

    private static final int MIN_PREFIX_LENGTH = 2;
    private static final int MAX_PREFIX_LENGTH = 6;

    private final TermTable<String> endings;
    private final TermTable<String> prefixes;

    final int longestEnding;

    private InflectionRules(String endings, String prefixes) {
        this.longestEnding =
                Arrays.stream(endings.split(" ")).mapToInt(String::length).max().orElse(0);
        this.endings = table(endings);
        this.prefixes = table(prefixes);
    }

    private static TermTable<String> table(String words) {
        return new TermTable<>(Arrays.stream(words.split(" "))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toMap(Function.identity(), Function.identity())));
    }

    boolean isEnding(char[] chars, int start, int end) {
        return endings.find(chars, start, end) != null;
    }

    /** Length of the intensifying prefix, such as "super" in "supergood"; 0 if there is none. */
    int prefixLength(char[] chars, int start, int end) {
        if (prefixes.isEmpty()) {
            return 0;
        }
        for (int size = Math.min(MAX_PREFIX_LENGTH, end - start - 1); size >= MIN_PREFIX_LENGTH; size--) {
            if (prefixes.find(chars, start, start + size) != null) {
                return size;
            }
        }
        return 0;
    }
}
