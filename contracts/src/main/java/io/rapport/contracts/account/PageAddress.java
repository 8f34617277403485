package io.rapport.contracts.account;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of a web page, with or without a scheme.
 *
 * @param link the address, with a scheme
 * @param host in lower case, without {@code www.}
 * @param path the segments of the path that are not blank, percent-decoded
 * @param query the query, undecoded
 */
record PageAddress(String link, String host, List<String> path, String query) {

    private static final Pattern ADDRESS = Pattern.compile(
            "(?:([a-z][a-z0-9+.-]*):)?(?://)?((?:[\\p{L}\\p{N}_-]+\\.)+[\\p{L}]{2,})\\.?(?::\\d+)?(?:([/?#].*))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WEB = Pattern.compile("https?", Pattern.CASE_INSENSITIVE);
    /** The hash-bang addresses of old web applications, such as {@code twitter.com/#!/name}. */
    private static final Pattern HASH_BANG = Pattern.compile("/?#!/");

    /** Parses a text; empty when it is no address of a page. A bare host without scheme and path is none. */
    static Optional<PageAddress> parse(String text) {
        var found = ADDRESS.matcher(text);
        if (!found.matches() || text.contains(" ")) {
            return Optional.empty();
        }
        var scheme = found.group(1);
        var tail = found.group(3) == null ? "" : found.group(3);
        var isPage = scheme == null ? tail.startsWith("/") : WEB.matcher(scheme).matches();
        return isPage ? Optional.of(of(text, scheme, found.group(2), tail)) : Optional.empty();
    }

    private static PageAddress of(String text, String scheme, String host, String tail) {
        var banged = HASH_BANG.matcher(tail).replaceFirst("/");
        var beforeFragment = banged.split("#", 2)[0];
        var parts = beforeFragment.split("\\?", 2);
        var link = scheme != null ? text : (text.startsWith("//") ? "https:" : "https://") + text;
        var lower = host.toLowerCase(Locale.ROOT);
        return new PageAddress(
                link,
                lower.startsWith("www.") ? lower.substring("www.".length()) : lower,
                Arrays.stream(parts[0].split("/"))
                        .map(PageAddress::decoded)
                        .map(AccountNames::visible)
                        .filter(segment -> !segment.isEmpty())
                        .toList(),
                parts.length == 1 ? "" : parts[1].replace("&amp;", "&"));
    }

    /** Returns a segment of the path; empty when the path is shorter. */
    Optional<String> segment(int index) {
        return index < path.size() ? Optional.of(path.get(index)) : Optional.empty();
    }

    /** Returns the decoded value of a query parameter; empty when it is absent or blank. */
    Optional<String> parameter(String name) {
        return Arrays.stream(query.split("&"))
                .filter(each -> each.startsWith(name + "="))
                .map(each -> AccountNames.visible(decoded(each.substring(name.length() + 1))))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** Whether the host is a domain or one below it. */
    boolean isAt(String domain) {
        return host.equals(domain) || host.endsWith("." + domain);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
