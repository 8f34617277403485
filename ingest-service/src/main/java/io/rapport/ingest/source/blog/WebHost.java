package io.rapport.ingest.source.blog;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hosts of web addresses, without {@code www.}. */
final class WebHost {

    private static final Pattern ADDRESS =
            Pattern.compile("https?://(?:www\\.)?([a-z0-9.-]{1,253})(?::\\d{1,5})?(?:[/?#].*)?", Pattern.DOTALL);

    private WebHost() {}

    /** The host of an address; empty if it is none, or null. */
    static Optional<String> of(@Nullable String address) {
        if (address == null) {
            return Optional.empty();
        }
        var match = ADDRESS.matcher(address.strip().toLowerCase(Locale.ROOT));
        return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
    }
}
