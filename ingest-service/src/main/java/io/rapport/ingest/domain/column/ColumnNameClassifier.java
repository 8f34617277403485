package io.rapport.ingest.domain.column;

import io.rapport.contracts.NameRules;
import io.rapport.ingest.domain.text.BundledWordList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Detects the field of a column from its name, in English, Norwegian, Danish, Swedish and German. */
public final class ColumnNameClassifier {

    /**
     * The detected field.
     *
     * @param certain whether the whole name matched, and not only a part
     */
    public record Classification(ColumnTarget target, boolean certain) {}

    private static final Map<String, ColumnTarget> WHOLE = new HashMap<>();
    private static final Map<String, ColumnTarget> PART = new HashMap<>();
    private static final int MAX_NAME = 60;
    private static final int MAX_NAME_WORDS = 5;
    private static final String OWN_HANDLE = "handle.";

    /** Last words of columns that describe another value, such as {@code E-mail 1 - Label}. */
    private static final Set<String> ATTRIBUTES = Set.of(
            "label",
            "labels",
            "type",
            "typ",
            "etikett",
            "primary",
            "verified",
            "status",
            "optin",
            "optout",
            "consent",
            "marketing",
            "subscribed",
            "unsubscribed",
            "bounced",
            "valid",
            "validated",
            "preference",
            "preferences",
            "source",
            "count",
            "domain",
            "format",
            "permission",
            "samtykke",
            "einwilligung",
            "merkelapp",
            "extension",
            "ext",
            "allowed");

    private static final Pattern OPT_IN = Pattern.compile("opt(?:ed)?(?:in|out)");
    private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern NUMBERED = Pattern.compile("\\d+$");

    /** Channels whose names are keywords in any part of a column name. */
    private static final List<String> CHANNELS = List.of(
            "facebook",
            "instagram",
            "linkedin",
            "mastodon",
            "bluesky",
            "youtube",
            "reddit",
            "tiktok",
            "threads",
            "snapchat",
            "pinterest",
            "whatsapp",
            "telegram");

    private static final Map<String, String> OTHER_CHANNELS =
            Map.of("twitter", "x", "insta", "instagram", "fb", "facebook", "bsky", "bluesky");
    private static final List<String> WHOLE_CHANNELS = List.of("x", "blog", "chat");

    static {
        BundledWordList.load("columns.txt").forEach(ColumnNameClassifier::addKeywords);
        CHANNELS.forEach(channel -> PART.put(channel, ColumnTarget.handle(channel)));
        OTHER_CHANNELS.forEach((word, channel) -> PART.put(word, ColumnTarget.handle(channel)));
        WHOLE_CHANNELS.forEach(channel -> WHOLE.put(channel, ColumnTarget.handle(channel)));
        for (var account : List.of("account", "handle", "profile", "url", "username", "id")) {
            WHOLE.put("x" + account, ColumnTarget.handle("x"));
        }
        WHOLE.putAll(PART);
    }

    private ColumnNameClassifier() {}

    /** Detects the field of a column; empty when the name matches no keyword. */
    public static Optional<Classification> classify(String name) {
        var own = canonicalHandle(name);
        if (own.isPresent()) {
            return own;
        }
        var words = BundledWordList.fold(CAMEL.matcher(name).replaceAll(" ")).split(" ");
        var whole = String.join("", words);
        var unnumbered = NUMBERED.matcher(whole).replaceAll("");
        if (words.length > 1 && isAttribute(words)) {
            return Optional.empty();
        }
        return Optional.ofNullable(WHOLE.getOrDefault(whole, WHOLE.get(unnumbered)))
                .map(target -> new Classification(target, true))
                .or(() -> part(words));
    }

    private static boolean isAttribute(String[] words) {
        var last = words[words.length - 1];
        return ATTRIBUTES.contains(last)
                || OPT_IN.matcher(words[words.length - 2] + last).matches();
    }

    /** Whether a cell of a file is probably the name of a column, and neither a value nor a sentence. */
    public static boolean isColumnName(String cell) {
        return cell.length() <= MAX_NAME
                && cell.indexOf('@') < 0
                && classify(cell)
                        .filter(found -> found.certain() || cell.strip().split("\\s+").length <= MAX_NAME_WORDS)
                        .isPresent();
    }

    /** Matches {@code handle.<channel>}, as column mappings write it. */
    private static Optional<Classification> canonicalHandle(String name) {
        var lower = name.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith(OWN_HANDLE) && NameRules.isToken(lower.substring(OWN_HANDLE.length()))
                ? Optional.of(new Classification(ColumnTarget.handle(lower.substring(OWN_HANDLE.length())), true))
                : Optional.empty();
    }

    /** Matches the longest sequence of words that is a keyword. */
    private static Optional<Classification> part(String[] words) {
        for (var length = words.length; length > 0; length--) {
            for (var from = 0; from + length <= words.length; from++) {
                var target = PART.get(String.join("", List.of(words).subList(from, from + length)));
                if (target != null) {
                    return Optional.of(new Classification(target, false));
                }
            }
        }
        return Optional.empty();
    }

    private static void addKeywords(String line) {
        var colon = line.indexOf(':');
        var target =
                ColumnTarget.of(ClientListField.of(line.substring(0, colon)).orElseThrow());
        for (var word : line.substring(colon + 1).strip().split(" ")) {
            var whole = word.startsWith("!");
            var bare = whole ? word.substring(1) : word;
            WHOLE.putIfAbsent(bare, target);
            if (!whole) {
                PART.putIfAbsent(bare, target);
            }
        }
    }
}
