package io.rapport.ingest.domain.suppression;

import io.rapport.ingest.domain.engagement.ActorReader;
import io.rapport.ingest.domain.text.TextCleaner;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.SuppressionHashes;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the erased in text that could not be read as a row, whatever its form: each word, cell and quoted string in it
 * is tried as the id or name of an account. Who was erased is known by hashes only, so that there is no other way.
 */
public final class SuppressedMentionScanner {

    /** The channels that are tried when the text names none of them. */
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

    private static final int MOST_WORDS = 5_000;
    private static final Pattern BETWEEN_CELLS = Pattern.compile("[\"',;\\t\\r\\n{}\\[\\]=]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\"',;:{}\\[\\]()<>=]+");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern CHANNEL = Pattern.compile("\"?channel\"?\\s*[:=]\\s*\"?([a-z0-9][a-z0-9._-]{0,63})");

    private SuppressedMentionScanner() {}

    /** Whether a text of a brand names somebody who was erased. */
    public static boolean mentionsSuppressed(SuppressionHashes suppressions, BrandKey brand, String text) {
        if (text.isEmpty() || !suppressions.hasErasures(brand)) {
            return false;
        }
        var words = words(text);
        var channels = channels(text, words);
        return words.stream()
                .anyMatch(word -> HASH.matcher(word).matches() && suppressions.isContactSuppressed(brand, word)
                        || channels.stream()
                                .anyMatch(channel -> suppressions.isHandleSuppressed(new HandleKey(brand, channel, word))));
    }

    private static Set<String> words(String text) {
        var words = new LinkedHashSet<String>();
        for (var between : new Pattern[] {BETWEEN_CELLS, BETWEEN_WORDS}) {
            between.splitAsStream(text)
                    .map(String::strip)
                    .filter(word -> !word.isEmpty() && word.length() <= ActorReader.MAX_ID)
                    .limit(MOST_WORDS)
                    .forEach(word -> {
                        words.add(word);
                        words.add(TextCleaner.normalizeName(word));
                    });
        }
        return words;
    }

    private static Set<String> channels(String text, Set<String> words) {
        var said = CHANNEL.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
        CHANNELS.stream().filter(words::contains).forEach(said::add);
        return said.isEmpty() ? CHANNELS : said;
    }
}
