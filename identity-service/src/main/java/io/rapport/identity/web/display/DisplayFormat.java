package io.rapport.identity.web.display;

import static io.rapport.identity.web.display.IdentityMessages.text;

import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.web.pages.PageText;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Formats names, links and probabilities for pages. */
public final class DisplayFormat {

    private static final int MAX_LINK_LENGTH = 2000;

    private static final Pattern LINK = Pattern.compile("https?://[^\\s\\p{Cc}]+");

    private DisplayFormat() {}

    /** Quotes external text; bidirectional isolates keep it from affecting the sentence around it. */
    public static String quoted(String text) {
        return "“\u2068" + PageText.line(text) + "\u2069”";
    }

    /** Returns a person's display name: the name, else the client id, else the name of a handle. */
    public static String name(PersonFamily family) {
        var handles = family.handles().stream()
                .flatMap(handle -> Stream.of(
                        handle.profile().displayName(), handle.profile().name(), handle.handle()));
        return Stream.concat(Stream.of(family.person().name(), family.person().clientId()), handles)
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .map(PageText::line)
                .orElse(text("person.unnamed"));
    }

    /** Returns the URL if it is an absolute http or https URL; null otherwise. */
    static @Nullable String link(@Nullable String url) {
        return url != null
                        && url.length() <= MAX_LINK_LENGTH
                        && LINK.matcher(url).matches()
                ? url
                : null;
    }

    /** Formats a probability as a percentage that never reads 0 % or 100 %. */
    public static String percent(double probability) {
        var percent = Math.round(probability * 100);
        return percent < 1 ? text("percent.under") : percent > 99 ? text("percent.over") : percent + " %";
    }
}
