package io.rapport.ingest.domain.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** Loads word lists from the class path, and folds words so that they can be compared with the entries. */
public final class BundledWordList {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private BundledWordList() {}

    /** Returns the lines of a list, without comments and blank lines. */
    public static List<String> load(String name) {
        try (var in = Objects.requireNonNull(BundledWordList.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Folds text to lower-case words without diacritics, separated by single spaces. */
    public static String fold(String text) {
        if (TextCleaner.isAscii(text)) {
            return foldAscii(text);
        }
        var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ø", "o")
                .replace("æ", "ae")
                .replace("ß", "ss");
        return SEPARATORS.matcher(plain).replaceAll(" ").strip();
    }

    /** As {@link #fold}, without regular expressions, which take most of the time of a short text. */
    private static String foldAscii(String text) {
        var words = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                words.append((char) (c + ('a' - 'A')));
            } else if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                words.append(c);
            } else if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        }
        return words.toString().strip();
    }
}
