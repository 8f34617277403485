package io.rapport.ingest.domain.engagement;

import io.rapport.ingest.domain.text.TextCleaner;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Detects paid messages by the markers of a brand: whole words, ignoring case and the code points a character is written
 * with. A change of script ends a word, as in {@code 最高です#PR}. Searches every text, and avoids regular expressions on
 * plain text because a pattern would take half of the CPU time of an engagement.
 */
final class PaidMarkerMatcher {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\uFE00-\\uFE0F\\u20E3]+");

    private final List<String> markers;

    PaidMarkerMatcher(List<String> markers) {
        this.markers = markers.stream()
                .map(PaidMarkerMatcher::normalize)
                .filter(marker -> !marker.isBlank())
                .toList();
    }

    boolean matches(String text) {
        if (markers.isEmpty()) {
            return false;
        }
        var normalized = normalize(text);
        return markers.stream().anyMatch(marker -> isIn(normalized, marker));
    }

    private static String normalize(String text) {
        return TextCleaner.isAscii(text)
                ? text
                : INVISIBLE
                        .matcher(Normalizer.normalize(text.replace('♯', '#'), Normalizer.Form.NFKC))
                        .replaceAll("");
    }

    private static boolean isIn(String text, String marker) {
        var last = text.length() - marker.length();
        var first = marker.charAt(0);
        for (var at = 0; at <= last; at++) {
            if (isSame(text.charAt(at), first)
                    && text.regionMatches(true, at, marker, 0, marker.length())
                    && isStart(text, at)
                    && isEnd(text, at + marker.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether two characters can be equal without regard to case, as {@link String#regionMatches} compares them. */
    private static boolean isSame(char c, char other) {
        var upper = Character.toUpperCase(c);
        var otherUpper = Character.toUpperCase(other);
        return upper == otherUpper || Character.toLowerCase(upper) == Character.toLowerCase(otherUpper);
    }

    private static boolean isStart(String text, int at) {
        return at == 0 || isBoundary(text.codePointBefore(at), letterFrom(text, at));
    }

    private static boolean isEnd(String text, int at) {
        return at == text.length() || isBoundary(text.codePointAt(at), text.codePointBefore(at));
    }

    /** The first letter or digit of the marker, which follows its sign. */
    private static int letterFrom(String text, int at) {
        var from = at;
        while (from < text.length() - 1 && !isWordCharacter(text.codePointAt(from))) {
            from++;
        }
        return text.codePointAt(from);
    }

    private static boolean isBoundary(int outside, int inside) {
        return !isWordCharacter(outside)
                || Character.isLetter(outside)
                        && Character.isLetter(inside)
                        && UnicodeScript.of(outside) != UnicodeScript.of(inside);
    }

    private static boolean isWordCharacter(int character) {
        return Character.isLetterOrDigit(character) || character == '_';
    }
}
