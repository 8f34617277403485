package io.rapport.report.domain.identity;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words of names and handles as a search compares them: without accents and without case. {@code İ}, {@code ı} and {@code i}
 * are the same letter, {@code ß} is {@code ss}, and letters with a stroke and ligatures are written out.
 */
public final class NameWords {

    /** Further words of a name are not searched. */
    private static final int MAX_WORDS = 16;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Map<Integer, String> WITHOUT_DECOMPOSITION = Map.of(
            (int) 'ø', "o", (int) 'đ', "d", (int) 'ł', "l", (int) 'æ', "ae", (int) 'œ', "oe", (int) 'þ', "th",
            (int) 'ð', "d", (int) 'ħ', "h", (int) 'ŧ', "t");

    private NameWords() {}

    /** The distinct words of these names, at most 16; null names are left out. */
    public static List<String> of(@Nullable String... names) {
        return Arrays.stream(names)
                .filter(Objects::nonNull)
                .flatMap(NameWords::split)
                .distinct()
                .limit(MAX_WORDS)
                .toList();
    }

    /** Whether each word of a query is the beginning of one of these words. */
    public static boolean match(Collection<String> words, Collection<String> query) {
        return query.stream().allMatch(begin -> words.stream().anyMatch(word -> word.startsWith(begin)));
    }

    private static Stream<String> split(String name) {
        return SEPARATORS.splitAsStream(fold(name)).filter(word -> !word.isEmpty());
    }

    private static String fold(String name) {
        var folded = withoutMarks(name).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        var letters = new StringBuilder(folded.length());
        withoutMarks(folded)
                .codePoints()
                .forEach(c -> letters.append(WITHOUT_DECOMPOSITION.getOrDefault(c, Character.toString(c))));
        return letters.toString();
    }

    private static String withoutMarks(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    }
}
