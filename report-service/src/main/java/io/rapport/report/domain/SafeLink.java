package io.rapport.report.domain;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Validates links from outside: only {@code http} and {@code https} links are shown. */
public final class SafeLink {

    private static final Pattern WEB =
            Pattern.compile("https?://[^\\s<>\"\\\\^`{|}\\p{Cntrl}]{1,2000}", Pattern.CASE_INSENSITIVE);

    private SafeLink() {}

    /** The link if it is an {@code http} or {@code https} URL, else null. */
    public static @Nullable String of(@Nullable String link) {
        return link != null && WEB.matcher(link).matches() ? link : null;
    }
}
