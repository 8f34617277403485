package io.rapport.identity.matching.record;

import io.rapport.identity.matching.text.TextNormalizer;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A web page of somebody's.
 *
 * @param host without {@code www.}
 * @param path without a slash at the end, query and fragment
 */
public record WebPage(String host, String path) {

    private static final Pattern URL =
            Pattern.compile("^(?:https?://)?(?:www\\.)?([^/?#\\s@:]+\\.[^/?#\\s@:]+)(?::\\d+)?(/[^?#\\s]*)?");
    private static final Map<String, String> CHANNELS = Map.ofEntries(
            Map.entry("x.com", "x"),
            Map.entry("twitter.com", "x"),
            Map.entry("mobile.twitter.com", "x"),
            Map.entry("facebook.com", "facebook"),
            Map.entry("m.facebook.com", "facebook"),
            Map.entry("fb.com", "facebook"),
            Map.entry("instagram.com", "instagram"),
            Map.entry("youtube.com", "youtube"),
            Map.entry("linkedin.com", "linkedin"),
            Map.entry("reddit.com", "reddit"),
            Map.entry("bsky.app", "bluesky"));

    /** The page an address leads to; null when it is no address. */
    static @Nullable WebPage of(String text) {
        String bounded = text.length() > 500 ? text.substring(0, 500) : text;
        Matcher url = URL.matcher(bounded.strip().toLowerCase(Locale.ROOT));
        if (!url.find()) {
            return null;
        }
        String path = url.group(2) == null ? "" : url.group(2).replaceAll("/+$", "");
        return new WebPage(url.group(1), path);
    }

    /** The account whose profile page this is; null for any other page. */
    @Nullable
    RecordAccount account() {
        String channel = CHANNELS.get(host);
        if (channel != null) {
            String[] steps = path.replaceFirst("^/(in|company|channel|c|user|u|r|profile)/", "/")
                    .split("/");
            return steps.length == 2 ? new RecordAccount(channel, steps[1], null) : null;
        }
        if (path.startsWith("/@") && path.indexOf('/', 1) < 0) {
            return new RecordAccount("mastodon", path.substring(1) + "@" + host, null);
        }
        return null;
    }

    public String page() {
        return host + path;
    }

    /** The host's domain, which those who belong together often share. */
    public String domain() {
        int dot = host.lastIndexOf('.');
        return host.substring(host.lastIndexOf('.', dot - 1) + 1);
    }

    /** The part of the host that its owner chose, as letters. */
    String label() {
        String[] labels = host.split("\\.");
        return TextNormalizer.letters(labels[labels.length > 2 ? 0 : Math.max(0, labels.length - 2)]);
    }
}
