package io.rapport.identity.matching.text;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Normalises text of any script to lower-case Latin words. */
public final class TextNormalizer {

    /** Longer text is truncated. */
    private static final int MAX_LENGTH = 200;

    private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");

    private TextNormalizer() {}

    /** Returns words of {@code a-z 0-9} separated by single spaces. Idempotent. */
    public static String words(String text) {
        return spaced(latin(text));
    }

    /** Returns the same without spaces. */
    public static String letters(String text) {
        return words(text).replace(" ", "");
    }

    public static List<String> tokens(String text) {
        String words = words(text);
        return words.isEmpty() ? List.of() : List.of(words.split(" "));
    }

    /** Returns lower-case Latin letters with punctuation kept. */
    static String latin(String text) {
        String bounded = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
        if (isAscii(bounded)) {
            return bounded.toLowerCase(Locale.ROOT);
        }
        String visible = visible(Normalizer.normalize(bounded, Normalizer.Form.NFKC));
        return LATIN.transliterate(visible).toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    private static String visible(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(c -> Character.getType(c) != Character.FORMAT).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static String spaced(String text) {
        StringBuilder words = new StringBuilder(Math.min(text.length(), MAX_LENGTH));
        for (int i = 0; i < text.length() && words.length() < MAX_LENGTH; i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                words.append(c);
            } else if (c != '\'' && !words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        }
        return words.toString().strip();
    }

    public static List<String> normalizeAll(List<String> values) {
        List<String> folded = new ArrayList<>(values.size());
        for (String value : values) {
            String words = words(value);
            if (!words.isEmpty()) {
                folded.add(words);
            }
        }
        return folded;
    }
}
