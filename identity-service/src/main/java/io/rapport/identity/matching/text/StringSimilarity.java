package io.rapport.identity.matching.text;

import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Similarity of normalised strings. */
public final class StringSimilarity {

    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();
    private static final DamerauLevenshteinDistance DAMERAU_LEVENSHTEIN = new DamerauLevenshteinDistance();

    private StringSimilarity() {}

    /** Returns the Jaro-Winkler similarity, 0 to 1. */
    public static double jaroWinkler(String a, String b) {
        return JARO_WINKLER.apply(a, b);
    }

    /** A cheap necessary condition: false only if the strings are more edits apart. */
    public static boolean mayBeWithin(String a, String b, int edits) {
        return Math.abs(a.length() - b.length()) <= edits
                && Integer.bitCount(letterMask(a) ^ letterMask(b)) <= 2 * edits;
    }

    private static int letterMask(String word) {
        int mask = 0;
        for (int i = 0; i < word.length(); i++) {
            mask |= 1 << word.charAt(i);
        }
        return mask;
    }

    /** Returns the Damerau-Levenshtein distance (insert, delete, replace, swap of neighbours). */
    public static int edits(String a, String b) {
        return DAMERAU_LEVENSHTEIN.apply(a, b);
    }
}
