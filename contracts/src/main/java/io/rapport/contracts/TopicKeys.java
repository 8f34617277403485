package io.rapport.contracts;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Topic keys and document ids: parts joined by {@code |}, each percent-encoded (RFC 3986: only letters, digits and
 * {@code -._~} are left as they are), so that a part never contains the separator.
 */
public final class TopicKeys {

    /** Separates two parts. */
    public static final char SEPARATOR = '|';

    private TopicKeys() {}

    /** Joins the parts, each percent-encoded. */
    public static String join(String... parts) {
        var joined = new StringBuilder(48);
        for (var i = 0; i < parts.length; i++) {
            if (i > 0) {
                joined.append(SEPARATOR);
            }
            append(joined, parts[i]);
        }
        return joined.toString();
    }

    /** Splits a key into its decoded parts. */
    public static List<String> split(String key) {
        var parts = new ArrayList<String>(4);
        var from = 0;
        for (var to = key.indexOf(SEPARATOR); to >= 0; to = key.indexOf(SEPARATOR, from)) {
            parts.add(decode(key.substring(from, to)));
            from = to + 1;
        }
        parts.add(decode(key.substring(from)));
        return parts;
    }

    private static void append(StringBuilder joined, String part) {
        for (var i = 0; i < part.length(); i++) {
            if (!isPlain(part.charAt(i))) {
                joined.append(encode(part));
                return;
            }
        }
        joined.append(part);
    }

    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z'
                || c >= '0' && c <= '9'
                || c >= 'A' && c <= 'Z'
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }

    private static String encode(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String decode(String part) {
        return part.indexOf('%') < 0 ? part : URLDecoder.decode(part, StandardCharsets.UTF_8);
    }
}
