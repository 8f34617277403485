package io.rapport.identity.matching.text;

import java.util.Arrays;

/** How alike two folded strings are. */
public final class StringSimilarity {

    private StringSimilarity() {}

    /** Jaro–Winkler, 0 to 1. */
    public static double jaroWinkler(String a, String b) {
        double jaro = jaro(a, b);
        int prefix = 0;
        while (prefix < 4 && prefix < a.length() && prefix < b.length() && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * 0.1 * (1 - jaro);
    }

    private static double jaro(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        boolean[] inB = new boolean[b.length()];
        char[] common = new char[a.length()];
        int matches = 0;
        int reach = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
        for (int i = 0; i < a.length(); i++) {
            int end = Math.min(b.length(), i + reach + 1);
            for (int j = Math.max(0, i - reach); j < end; j++) {
                if (!inB[j] && a.charAt(i) == b.charAt(j)) {
                    inB[j] = true;
                    common[matches++] = a.charAt(i);
                    break;
                }
            }
        }
        if (matches == 0) {
            return 0;
        }
        double m = matches;
        return (m / a.length() + m / b.length() + (m - transpositions(common, b, inB)) / m) / 3;
    }

    private static double transpositions(char[] common, String b, boolean[] inB) {
        int next = 0;
        int moved = 0;
        for (int j = 0; j < b.length(); j++) {
            if (inB[j] && b.charAt(j) != common[next++]) {
                moved++;
            }
        }
        return moved / 2.0;
    }

    /** A quick look: false only when the two are certainly more edits apart. */
    public static boolean mayBeWithin(String a, String b, int edits) {
        return Math.abs(a.length() - b.length()) <= edits && Integer.bitCount(letters(a) ^ letters(b)) <= 2 * edits;
    }

    private static int letters(String word) {
        int letters = 0;
        for (int i = 0; i < word.length(); i++) {
            letters |= 1 << word.charAt(i);
        }
        return letters;
    }

    /** Edits (insert, delete, replace, swap of neighbours) from one to the other. */
    public static int edits(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        Arrays.setAll(last, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replace, 1 + Math.min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return last[b.length()];
    }
}
