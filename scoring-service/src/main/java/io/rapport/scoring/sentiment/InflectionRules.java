package io.rapport.scoring.sentiment;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The endings and the strengthening beginnings a language's words take, by which a listed word is known in other forms. */
final class InflectionRules {

    static final InflectionRules ENGLISH = new InflectionRules("'s", "");
    static final InflectionRules SCANDINAVIAN = new InflectionRules(
            "ene ane erne ande ende este aste ast est ste st are ere ens ets ade ede dde te de en et er ar or an na ne a e t n r s",
            "kjempe dritt super kanon knall drit mega rå jätte skit svin kæmpe pisse sinds topp hyper ultra");

    private static final int SHORTEST_BEGINNING = 2;
    private static final int LONGEST_BEGINNING = 6;

    private final TermTable<String> endings;
    private final TermTable<String> beginnings;

    final int longestEnding;

    private InflectionRules(String endings, String beginnings) {
        this.longestEnding =
                Arrays.stream(endings.split(" ")).mapToInt(String::length).max().orElse(0);
        this.endings = table(endings);
        this.beginnings = table(beginnings);
    }

    private static TermTable<String> table(String words) {
        return new TermTable<>(Arrays.stream(words.split(" "))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toMap(Function.identity(), Function.identity())));
    }

    boolean isEnding(char[] chars, int start, int end) {
        return endings.find(chars, start, end) != null;
    }

    /** How many of the characters are a strengthening beginning, as "super" is of "supergood"; 0 when none. */
    int prefixLength(char[] chars, int start, int end) {
        if (beginnings.isEmpty()) {
            return 0;
        }
        for (int size = Math.min(LONGEST_BEGINNING, end - start - 1); size >= SHORTEST_BEGINNING; size--) {
            if (beginnings.find(chars, start, start + size) != null) {
                return size;
            }
        }
        return 0;
    }
}
