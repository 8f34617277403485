package io.rapport.ingest.domain.engagement;

import java.util.List;

/**
 * The words by which a brand knows that a message was paid for. Found in any case, and only as whole words. Every text is
 * searched, so this is written for speed: a pattern takes half of all the work there is with an engagement.
 */
final class PaidMarkerMatcher {

    private final List<String> markers;

    PaidMarkerMatcher(List<String> markers) {
        this.markers = markers;
    }

    boolean matches(String text) {
        return markers.stream().anyMatch(marker -> isIn(text, marker));
    }

    private static boolean isIn(String text, String marker) {
        var last = text.length() - marker.length();
        for (var at = 0; at <= last; at++) {
            if (text.regionMatches(true, at, marker, 0, marker.length())
                    && isEdge(text, at - 1)
                    && isEdge(text, at + marker.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEdge(String text, int at) {
        return at < 0 || at >= text.length() || !(Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_');
    }
}
