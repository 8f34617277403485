package io.rapport.identity.matching.text;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What lists and exports have in place of an account: words such as "none", "n/a" and "deleted user", and ids that a spreadsheet
 * rounded. They identify no account.
 */
public final class PlaceholderValues {

    private static final Set<String> WORDS = new HashSet<>(WordListReader.words("placeholders.txt"));

    private static final Pattern ROUNDED = Pattern.compile(
            "[+-]?\\d+[.,]\\d*[eE][+-]?\\d+|[+-]?\\d+[eE]\\+\\d+|\\d{16,}[.,]0+|\\d{1,3}(?:[.,]\\d{3}){5,}");
    private static final Pattern NUMBERED =
            Pattern.compile("(?:deleted|removed|anonymous|slettet)(?:user|account|bruker)?\\d+");

    private PlaceholderValues() {}

    /** Whether an account name stands for no account: a placeholder word, a rounded id, or no letter and no digit at all. */
    public static boolean isPlaceholder(String account) {
        String plain = Normalizer.normalize(account, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
        return plain.isEmpty()
                || WORDS.contains(plain)
                || WORDS.contains(TextNormalizer.letters(plain))
                || NUMBERED.matcher(plain).matches()
                || ROUNDED.matcher(account.strip()).matches();
    }
}
