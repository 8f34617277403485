package io.rapport.ingest.source.payload;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the text of an HTML fragment in linear time: no tags, no scripts, line breaks where blocks end. */
public final class HtmlText {

    private static final Set<String> BREAKS =
            Set.of("br", "/p", "/div", "/li", "/blockquote", "/h1", "/h2", "/h3", "/h4", "/pre", "/tr");
    private static final Set<String> HIDDEN = Set.of("script", "style", "template");
    private static final Map<String, String> ENTITIES = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "hellip", "…", "mdash", "—",
            "ndash", "–");
    private static final int MAX_ENTITY = 10;

    private final String html;
    private final StringBuilder text = new StringBuilder();

    private HtmlText(String html) {
        this.html = html;
    }

    /** The text of a fragment; null when there is none. */
    public static @Nullable String of(@Nullable String html) {
        if (html == null) {
            return null;
        }
        var found = new HtmlText(html).read().strip();
        return found.isEmpty() ? null : found;
    }

    private String read() {
        for (var at = 0; at < html.length(); ) {
            var c = html.charAt(at);
            if (c == '<' && startsTag(at)) {
                at = afterTag(at);
            } else if (c == '&') {
                at = afterEntity(at);
            } else {
                text.append(c);
                at++;
            }
        }
        return text.toString();
    }

    private boolean startsTag(int at) {
        return at + 1 < html.length()
                && (Character.isLetter(html.charAt(at + 1)) || "/!?".indexOf(html.charAt(at + 1)) >= 0);
    }

    private int afterTag(int from) {
        if (html.startsWith("<!--", from)) {
            var end = html.indexOf("-->", from);
            return end < 0 ? html.length() : end + "-->".length();
        }
        var end = html.indexOf('>', from);
        if (end < 0) {
            return html.length();
        }
        var name = name(from + 1, end);
        if (HIDDEN.contains(name)) {
            return indexOfIgnoringCase("</" + name, end);
        }
        if (BREAKS.contains(name)) {
            text.append('\n');
        }
        return end + 1;
    }

    /** Where a text begins, in any case; the end of the fragment if it does not occur. */
    private int indexOfIgnoringCase(String text, int from) {
        for (var at = from; at < html.length(); at++) {
            if (html.regionMatches(true, at, text, 0, text.length())) {
                return at;
            }
        }
        return html.length();
    }

    private String name(int from, int end) {
        var to = from;
        while (to < end && (Character.isLetterOrDigit(html.charAt(to)) || to == from && html.charAt(to) == '/')) {
            to++;
        }
        return html.substring(from, to).toLowerCase(Locale.ROOT);
    }

    private int afterEntity(int from) {
        var end = from + 1;
        while (end < Math.min(html.length(), from + MAX_ENTITY) && html.charAt(end) != ';') {
            end++;
        }
        var isClosed = end < html.length() && html.charAt(end) == ';';
        var entity = isClosed ? decode(html.substring(from + 1, end)) : null;
        if (entity == null) {
            text.append('&');
            return from + 1;
        }
        text.append(entity);
        return end + 1;
    }

    private static @Nullable String decode(String name) {
        if (!name.startsWith("#")) {
            return ENTITIES.get(name);
        }
        try {
            var hex = name.startsWith("#x") || name.startsWith("#X");
            var point = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            return Character.isValidCodePoint(point) ? Character.toString(point) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
