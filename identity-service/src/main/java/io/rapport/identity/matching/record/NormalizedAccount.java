package io.rapport.identity.matching.record;

import io.rapport.identity.matching.text.CommonValues;
import io.rapport.identity.matching.text.TextNormalizer;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An account in the one spelling it is compared in.
 *
 * @param channel lower-case channel; Twitter is {@code x}
 * @param name the account's name as the channel compares it, with its server where the channel has servers; empty when unknown
 * @param letters the name's letters and digits, without the server; empty when the name says nothing about a person
 * @param id the platform's id; null when unknown
 * @param isDistinctive whether the account's name could say who a person is
 */
public record NormalizedAccount(
        String channel,
        String name,
        String letters,
        @Nullable String id,
        boolean isDistinctive) {

    private static final int LONGEST = 40;
    private static final Pattern PAGE = Pattern.compile("^https?://(?:www\\.|m\\.|mobile\\.)?([^/?#]+)/([^?#]*)");
    private static final Pattern OPAQUE = Pattern.compile("\\d{5,}|[uU][cC][\\w-]{22}|[0-9a-f]{16,}|did:.*");
    private static final Pattern ID_AT_END = Pattern.compile("[-.]\\d{8,}$");

    /** The form of an account in any spelling. */
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
        boolean opaque = OPAQUE.matcher(name).matches();
        String local = opaque ? "" : localPart(channel, ID_AT_END.matcher(name).replaceFirst(""));
        String same = opaque ? name : canonicalName(channel, name);
        String letters = letters(local);
        boolean telling = letters.length() >= 2 && !CommonValues.isTooCommon(letters);
        // Mostly they are the same letters; they are kept once.
        return new NormalizedAccount(channel, same, letters.equals(same) ? same : letters, id, telling);
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
        return letters.length() > LONGEST ? letters.substring(0, LONGEST) : letters;
    }

    /** What makes this account one and the same; empty when nothing does. */
    public String identity() {
        return id != null ? channel + ":id:" + id : name.isEmpty() ? "" : channel + ":" + name;
    }
}
