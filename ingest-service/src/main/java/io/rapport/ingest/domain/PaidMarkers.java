package io.rapport.ingest.domain;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words by which a brand knows that a message was paid for. Found in any case, and only as a whole word. */
final class PaidMarkers {

    private final @Nullable Pattern anyOfThem;

    PaidMarkers(Collection<String> markers) {
        this.anyOfThem = markers.isEmpty()
                ? null
                : Pattern.compile(
                        markers.stream()
                                .map(Pattern::quote)
                                .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}_])(", ")(?![\\p{L}\\p{N}_])")),
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    boolean mark(String text) {
        return anyOfThem != null && anyOfThem.matcher(text).find();
    }
}
