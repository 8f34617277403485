package io.rapport.ingest.source.payload;

import io.rapport.ingest.domain.source.ChallengeResponse;
import io.rapport.ingest.domain.source.SourcePayload;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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

    /**
     * Confirms to a hub of WebSub that the connection has subscribed a topic. The end of a subscription is never confirmed, because anyone
     * may ask for it: a subscription that is not wanted any more ends with its lease.
     *
     * @param isTopic whether the connection reads this topic
     */
    public static Optional<ChallengeResponse> confirm(SourcePayload payload, Predicate<String> isTopic) {
        return "subscribe".equals(payload.query().get("hub.mode"))
                        && isTopic.test(payload.query().getOrDefault("hub.topic", ""))
                ? echo(payload.query().get("hub.challenge"))
                : Optional.empty();
    }

    /** The challenge as plain text; empty if it is none. */
    public static Optional<ChallengeResponse> echo(@Nullable String challenge) {
        return challenge != null && ECHOED.matcher(challenge).matches()
                ? Optional.of(new ChallengeResponse("text/plain", challenge))
                : Optional.empty();
    }
}
