package io.rapport.identity.web;

import io.rapport.identity.domain.Family;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How words and figures are written on pages. */
final class Shown {

    private static final int LONGEST = 120;
    private static final int LONGEST_LINK = 2000;

    // What turns the direction of what follows it, or cannot be seen: a name must not reach beyond itself.
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]+");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\\p{Cc}]+");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH);

    private Shown() {}

    /** Words from outside on one line, without what cannot be seen, and not endless. */
    static String text(String text) {
        var seen = UNSEEN.matcher(text).replaceAll(" ").strip();
        if (seen.isEmpty()) {
            return "(nothing to see)";
        }
        return seen.codePointCount(0, seen.length()) <= LONGEST
                ? seen
                : seen.substring(0, seen.offsetByCodePoints(0, LONGEST)) + "…";
    }

    /** The same within a sentence, which it can neither end nor turn around. */
    static String quoted(String text) {
        return "“\u2068" + text(text) + "\u2069”";
    }

    /** What a person is called: by name, else as one of their accounts calls itself. */
    static String name(Family family) {
        var handles = family.handles().stream()
                .flatMap(handle -> Stream.of(
                        handle.profile().displayName(), handle.profile().name(), handle.handle()));
        return Stream.concat(Stream.of(family.person().name(), family.person().clientId()), handles)
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .map(Shown::text)
                .orElse("Somebody without a name");
    }

    /** An address of the web, and of nothing else. */
    static @Nullable String link(@Nullable String url) {
        return url != null && url.length() <= LONGEST_LINK && LINK.matcher(url).matches() ? url : null;
    }

    /** 0 to 1 as a percentage that never claims to be certain. */
    static String percent(double probability) {
        var percent = Math.round(probability * 100);
        return percent < 1 ? "under 1 %" : percent > 99 ? "over 99 %" : percent + " %";
    }

    static String time(Instant time) {
        return TIME.format(time.atOffset(ZoneOffset.UTC));
    }
}
