package io.rapport.identity.domain.family;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Folds names and search words alike, so that spellings of the same letters find each other. */
public final class SearchText {

    private static final Pattern MARKS = Pattern.compile("[\\p{Mn}\\p{Cf}]+");
    private static final Pattern BLANKS = Pattern.compile("[\\h\\p{Z}]+");

    private SearchText() {}

    /**
     * Folds text: compatibility forms, case, accents and invisible characters do not matter; the dotless {@code ı} is {@code i},
     * {@code ß} is {@code ss}, {@code ø} is {@code o} and the like. Line breaks are kept.
     */
    public static String fold(String text) {
        var upper = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        var lower = Normalizer.normalize(upper.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        var plain = new StringBuilder(lower.length());
        MARKS.matcher(lower).replaceAll("").chars().forEach(letter -> plain.append(plain((char) letter)));
        return BLANKS.matcher(plain).replaceAll(" ");
    }

    private static String plain(char letter) {
        return switch (letter) {
            case 'ı' -> "i";
            case 'ø' -> "o";
            case 'đ', 'ð' -> "d";
            case 'ł' -> "l";
            case 'æ' -> "ae";
            case 'œ' -> "oe";
            case 'þ' -> "th";
            case 'ς' -> "σ";
            default -> String.valueOf(letter);
        };
    }
}
