package io.rapport.identity.matching.record;

import io.rapport.identity.matching.text.CommonValues;
import io.rapport.identity.matching.text.TextNormalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An account in canonical spelling.
 *
 * @param channel lower-case channel; Twitter is {@code x}
 * @param name the account name in the channel's canonical form, with its server on federated channels; empty if unknown
 * @param letters letters and digits of the name without the server; empty if the name is opaque
 * @param id the platform's id; null if unknown
 * @param isDistinctive whether the name may identify a person
 */
public record NormalizedAccount(
        String channel,
        String name,
        String letters,
        @Nullable String id,
        boolean isDistinctive) {

    private static final int MAX_LENGTH = 40;
    private static final Pattern PAGE = Pattern.compile("^https?://(?:www\\.|m\\.|mobile\\.)?([^/?#]+)/([^?#]*)");
    private static final Pattern OPAQUE = Pattern.compile("\\d{5,}|[uU][cC][\\w-]{22}|[0-9a-f]{16,}|did:.*");
    private static final Pattern ID_AT_END = Pattern.compile("[-.]\\d{8,}$");

    /** Normalises an account in any spelling. */
    static NormalizedAccount of(RecordAccount account) {
        String channel = channel(account.channel());
        String written = account.name() == null ? "" : truncate(account.name().strip());
        String name = withoutUrl(written);
        if (name.startsWith("@")) {
            name = name.substring(1);
        }
        String id = account.id() == null || account.id().isBlank()
                ? null
                : account.id().strip();
        boolean isOpaque = OPAQUE.matcher(name).matches();
        String local =
                isOpaque ? "" : localPart(channel, ID_AT_END.matcher(name).replaceFirst(""));
        String canonical = isOpaque ? name : canonicalName(channel, name);
        String letters = letters(local);
        boolean distinctive = letters.length() >= 2 && !CommonValues.isTooCommon(letters);
        // Both are usually equal; the string is shared.
        return new NormalizedAccount(
                channel, canonical, letters.equals(canonical) ? canonical : letters, id, distinctive);
    }

    static String channel(String channel) {
        String lower = channel.toLowerCase(Locale.ROOT).strip();
        return lower.equals("twitter") ? "x" : lower;
    }

    private static String truncate(String name) {
        return name.length() > 200 ? name.substring(0, 200) : name;
    }

    private static String withoutUrl(String name) {
        Matcher page = PAGE.matcher(name);
        if (!page.find()) {
            return name;
        }
        String[] steps = page.group(2).split("/");
        String last = steps.length == 0 ? "" : steps[steps.length - 1];
        return last.isEmpty() ? name : last;
    }

    private static String localPart(String channel, String name) {
        int at = name.indexOf('@', 1);
        if (at > 0) {
            return name.substring(0, at);
        }
        return channel.equals("bluesky") ? name.replaceFirst("\\.bsky\\.social$", "") : name;
    }

    private static String canonicalName(String channel, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return channel.equals("facebook") ? lower.replace(".", "") : lower;
    }

    private static String letters(String local) {
        String letters = TextNormalizer.letters(local);
        return letters.length() > MAX_LENGTH ? letters.substring(0, MAX_LENGTH) : letters;
    }

    /** Returns the key that identifies this account; empty if there is none. */
    public String identity() {
        return id != null ? channel + ":id:" + id : name.isEmpty() ? "" : channel + ":" + name;
    }
}
