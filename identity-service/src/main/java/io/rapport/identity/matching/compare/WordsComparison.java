package io.rapport.identity.matching.compare;

import io.rapport.identity.matching.text.StringSimilarity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Compares values of several words, such as streets, in any order of lines and words. */
final class WordsComparison {

    private WordsComparison() {}

    /** Returns 0 for equal, 1 for nearly equal, 2 for partly equal, 3 for different values. */
    static int level(List<String> a, List<String> b) {
        List<String> x = words(a);
        List<String> y = words(b);
        if (x.equals(y)) {
            return 0;
        }
        double alike = (covered(x, y) + covered(y, x)) / 2;
        return alike >= 0.97 ? 0 : alike >= 0.70 ? 1 : alike >= 0.40 ? 2 : 3;
    }

    private static List<String> words(List<String> lines) {
        List<String> words = new ArrayList<>();
        lines.forEach(line -> words.addAll(Arrays.asList(line.split(" "))));
        words.sort(null);
        return words;
    }

    /** Returns the share of one value's letters that the other has too. */
    private static double covered(List<String> words, List<String> others) {
        double all = 0;
        double found = 0;
        for (String word : words) {
            double best = 0;
            for (String other : others) {
                best = Math.max(best, alike(word, other));
            }
            all += word.length();
            found += best * word.length();
        }
        return all == 0 ? 0 : found / all;
    }

    private static double alike(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        int longest = Math.max(a.length(), b.length());
        int slips = 1 + longest / 7;
        if (longest < 3 || Character.isDigit(a.charAt(0)) || !StringSimilarity.mayBeWithin(a, b, slips)) {
            return 0;
        }
        return StringSimilarity.edits(a, b) <= slips ? 0.9 : 0;
    }
}
