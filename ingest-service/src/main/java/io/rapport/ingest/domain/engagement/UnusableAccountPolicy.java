package io.rapport.ingest.domain.engagement;

import io.rapport.ingest.domain.text.BundledWordList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises ids and names that identify no account: numbers a spreadsheet rounded, and words that stand for a missing account. */
final class UnusableAccountPolicy {

    private static final Set<String> PLACEHOLDERS = Set.copyOf(BundledWordList.load("placeholder-accounts.txt"));
    private static final Pattern ROUNDED = Pattern.compile(
            "[+-]?\\d+[.,]\\d*[eE][+-]?\\d+|[+-]?\\d+[eE][+]\\d+|\\d{16,}[.,]0+|\\d{1,3}(?:[.,]\\d{3}){5,}|#{2,}");
    private static final Pattern WITH_DECIMALS = Pattern.compile("(\\d{1,15})\\.0+");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\p{Punct}\\s–—…]+");
    private static final List<String> MISSING = List.of("deleted", "removed", "anonymous", "slettet");
    private static final Pattern NUMBERED = Pattern.compile("(.*\\b(?:" + String.join("|", MISSING) + ")\\b.*?) \\d+");

    private UnusableAccountPolicy() {}

    /** Whether an id is a number that a spreadsheet rounded, so that different accounts have the same. */
    static boolean isRounded(String id) {
        return isNumeric(id) && ROUNDED.matcher(id.strip()).matches();
    }

    /** Whether a text begins as every rounded number does; most ids and names do not, and need no regular expression. */
    private static boolean isNumeric(String id) {
        var text = id.strip();
        var first = text.isEmpty() ? ' ' : text.charAt(0);
        return (first >= '0' && first <= '9' || first == '+' || first == '-' || first == '#')
                && text.chars().anyMatch(c -> c == '.' || c == ',' || c == 'e' || c == 'E' || c == '#');
    }

    /** The id without the decimals that a spreadsheet added to a whole number. */
    static String withoutDecimals(String id) {
        if (id.indexOf('.') < 0) {
            return id;
        }
        var decimals = WITH_DECIMALS.matcher(id);
        return decimals.matches() ? decimals.group(1) : id;
    }

    /** Whether a text stands for a missing, deleted or anonymous account. */
    static boolean isPlaceholder(@Nullable String account) {
        if (account == null) {
            return false;
        }
        if (!account.isEmpty()
                && !Character.isLetterOrDigit(account.charAt(0))
                && PUNCTUATION.matcher(account).matches()) {
            return true;
        }
        return PLACEHOLDERS.contains(withoutNumber(BundledWordList.fold(account)));
    }

    /** The words without the number by which a platform tells deleted accounts apart. */
    private static String withoutNumber(String words) {
        if (words.indexOf(' ') < 0 || !Character.isDigit(words.charAt(words.length() - 1)) || !namesMissing(words)) {
            return words;
        }
        var numbered = NUMBERED.matcher(words);
        return numbered.matches() ? numbered.group(1) : words;
    }

    private static boolean namesMissing(String words) {
        for (var word : MISSING) {
            if (words.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a name is that of an automated account, by the conventions of platforms. */
    static boolean isBotName(String channel, @Nullable String name) {
        if (name == null) {
            return false;
        }
        var hasOwnRules = channel.equals("telegram") || channel.equals("reddit");
        if (name.indexOf(']') < 0 && !hasOwnRules) {
            return false;
        }
        var lower = name.strip().toLowerCase(Locale.ROOT);
        return lower.endsWith("[bot]")
                || channel.equals("telegram") && lower.endsWith("bot")
                || channel.equals("reddit") && lower.matches("(?:u/)?automoderator");
    }
}
