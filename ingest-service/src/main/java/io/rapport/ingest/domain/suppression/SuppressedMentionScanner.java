package io.rapport.ingest.domain.suppression;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.account.AccountNames;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.ingest.domain.input.InputFields;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds mentions of erased persons in unparsed text. Only the hashes of erased accounts are known, so each word, cell and
 * quoted string is hashed as an account id or name on each possible channel and looked up.
 */
public final class SuppressedMentionScanner {

    /** The channels to try when the text names none of them. */
    private static final Set<String> CHANNELS = Set.of(
            "facebook",
            "instagram",
            "x",
            "linkedin",
            "mastodon",
            "bluesky",
            "youtube",
            "reddit",
            "blog",
            "web",
            "search",
            "email",
            "phone",
            "meeting",
            "event",
            "referral",
            "chat");

    private static final int MAX_WORDS = 5_000;
    private static final Pattern BETWEEN_CELLS = Pattern.compile("[\"',;\\t\\r\\n{}\\[\\]=]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\"',;:{}\\[\\]()<>=]+");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern CHANNEL = Pattern.compile("\"?channel\"?\\s*[:=]\\s*\"?([a-z0-9][a-z0-9._-]{0,63})");

    private SuppressedMentionScanner() {}

    /** Whether a text mentions a person that the brand has erased. */
    public static boolean mentionsSuppressed(SuppressionHashes suppressions, BrandKey brand, String text) {
        if (text.isEmpty() || !suppressions.hasErasures(brand)) {
            return false;
        }
        var words = words(text);
        var channels = channels(text, words);
        return words.stream()
                .anyMatch(word -> HASH.matcher(word).matches() && suppressions.isContactSuppressed(brand, word)
                        || channels.stream()
                                .anyMatch(channel ->
                                        suppressions.isHandleSuppressed(new HandleKey(brand, channel, word))));
    }

    private static Set<String> words(String text) {
        var words = new LinkedHashSet<String>();
        for (var between : new Pattern[] {BETWEEN_CELLS, BETWEEN_WORDS}) {
            between.splitAsStream(text)
                    .map(String::strip)
                    .filter(word -> !word.isEmpty() && word.length() <= InputFields.MAX_ID)
                    .limit(MAX_WORDS)
                    .forEach(word -> {
                        words.add(word);
                        words.add(AccountNames.fold(word));
                    });
        }
        return words;
    }

    private static Set<String> channels(String text, Set<String> words) {
        var named = CHANNEL.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
        CHANNELS.stream().filter(words::contains).forEach(named::add);
        return named.isEmpty() ? CHANNELS : named;
    }
}
