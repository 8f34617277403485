package io.rapport.report.domain;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Links that came from outside: what is not plainly a web page is not shown as one. */
public final class SafeLink {

    private static final Pattern WEB =
            Pattern.compile("https?://[^\\s<>\"\\\\^`{|}\\p{Cntrl}]{1,2000}", Pattern.CASE_INSENSITIVE);

    private SafeLink() {}

    /** The link if it leads to a web page, else null. */
    public static @Nullable String of(@Nullable String link) {
        return link != null && WEB.matcher(link).matches() ? link : null;
    }
}
