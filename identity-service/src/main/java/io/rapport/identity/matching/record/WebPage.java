package io.rapport.identity.matching.record;

import io.rapport.identity.matching.text.TextNormalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A web page of a person.
 *
 * @param host without {@code www.}
 * @param path without trailing slash, query and fragment
 */
public record WebPage(String host, String path) {

    private static final Pattern URL =
            Pattern.compile("^(?:https?://)?(?:www\\.)?([^/?#\\s@:]+\\.[^/?#\\s@:]+)(?::\\d+)?(/[^?#\\s]*)?");

    /** Parses a URL; null if it is none. */
    static @Nullable WebPage of(String text) {
        String bounded = text.length() > 500 ? text.substring(0, 500) : text;
        Matcher url = URL.matcher(bounded.strip().toLowerCase(Locale.ROOT));
        if (!url.find()) {
            return null;
        }
        String path = url.group(2) == null ? "" : url.group(2).replaceAll("/+$", "");
        return new WebPage(url.group(1), path);
    }

    /** Returns the account whose profile this page is; null for any other page. */
    @Nullable
    RecordAccount account() {
        String channel = channel(host);
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

    private static @Nullable String channel(String host) {
        return switch (host) {
            case "x.com", "twitter.com", "mobile.twitter.com" -> "x";
            case "facebook.com", "m.facebook.com", "fb.com" -> "facebook";
            case "instagram.com" -> "instagram";
            case "youtube.com" -> "youtube";
            case "linkedin.com" -> "linkedin";
            case "reddit.com" -> "reddit";
            case "bsky.app" -> "bluesky";
            default -> null;
        };
    }

    /** Returns the address without scheme. */
    public String page() {
        return host + path;
    }

    /** Returns the registered domain (the last two labels of the host), which colleagues often share. */
    public String domain() {
        int dot = host.lastIndexOf('.');
        return host.substring(host.lastIndexOf('.', dot - 1) + 1);
    }

    /** Returns the host label chosen by its owner, as letters. */
    String label() {
        String[] labels = host.split("\\.");
        return TextNormalizer.letters(labels[labels.length > 2 ? 0 : Math.max(0, labels.length - 2)]);
    }
}
