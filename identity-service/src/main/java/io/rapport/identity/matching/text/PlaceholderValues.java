package io.rapport.identity.matching.text;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Words that lists have in a cell without a value: "none", "n/a", "unknown". They identify no account. */
public final class PlaceholderValues {

    private static final Set<String> WORDS = new HashSet<>(WordListReader.words("placeholders.txt"));

    private PlaceholderValues() {}

    /** Whether an account name stands for no account: a placeholder word, or no letter and no digit at all. */
    public static boolean isPlaceholder(String account) {
        String plain = Normalizer.normalize(account, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
        return plain.isEmpty() || WORDS.contains(plain);
    }
}
