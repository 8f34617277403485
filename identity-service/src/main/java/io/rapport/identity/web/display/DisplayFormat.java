package io.rapport.identity.web.display;

import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.web.pages.PageText;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How people, links and figures are written on pages. */
public final class DisplayFormat {

    private static final int LONGEST_LINK = 2000;

    private static final Pattern LINK = Pattern.compile("https?://[^\\s\\p{Cc}]+");

    private DisplayFormat() {}

    /** Words from outside within a sentence, which they can neither end nor turn around. */
    public static String quoted(String text) {
        return "“\u2068" + PageText.line(text) + "\u2069”";
    }

    /** What a person is called: by name, else as one of their accounts calls itself. */
    public static String name(PersonFamily family) {
        var handles = family.handles().stream()
                .flatMap(handle -> Stream.of(
                        handle.profile().displayName(), handle.profile().name(), handle.handle()));
        return Stream.concat(Stream.of(family.person().name(), family.person().clientId()), handles)
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .map(PageText::line)
                .orElse("Somebody without a name");
    }

    /** An address of the web, and of nothing else. */
    static @Nullable String link(@Nullable String url) {
        return url != null && url.length() <= LONGEST_LINK && LINK.matcher(url).matches() ? url : null;
    }

    /** 0 to 1 as a percentage that never claims to be certain. */
    public static String percent(double probability) {
        var percent = Math.round(probability * 100);
        return percent < 1 ? "under 1 %" : percent > 99 ? "over 99 %" : percent + " %";
    }
}
