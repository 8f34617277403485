package io.rapport.ingest.source.payload;

import io.rapport.ingest.domain.source.ChallengeResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers to the requests by which platforms check the address of a hook. */
public final class HookChallenges {

    private static final Pattern ECHOED = Pattern.compile("[\\w.:~+/=-]{1,512}");

    private HookChallenges() {}

    /** Whether a text is one of several secrets; compared in constant time. */
    public static boolean isAnyOf(@Nullable String text, List<String> secrets) {
        var matches = false;
        for (var secret : secrets) {
            matches |= text != null
                    && !secret.isEmpty()
                    && MessageDigest.isEqual(
                            text.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
        }
        return matches;
    }

    /** The challenge as plain text; empty if it is none. */
    public static Optional<ChallengeResponse> echo(@Nullable String challenge) {
        return challenge != null && ECHOED.matcher(challenge).matches()
                ? Optional.of(new ChallengeResponse("text/plain", challenge))
                : Optional.empty();
    }
}
