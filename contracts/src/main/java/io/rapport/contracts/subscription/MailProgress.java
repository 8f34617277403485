package io.rapport.contracts.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the next mail of a subscription has come.
 *
 * @param askedAt when the mail that asks for confirmation was sent; null before
 * @param failures the number of failed attempts since the last mail that was sent
 * @param failingSince when the first of them failed; null without any
 * @param nextAttemptAt when the next attempt is due; null for at once
 * @param error why the last attempt failed, without the address; null if it succeeded
 * @param refused whether the address was refused for good, so that nothing is sent to it any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RecordBuilder
public record MailProgress(
        @Nullable Instant askedAt,
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant nextAttemptAt,
        @Nullable String error,
        boolean refused) {

    /** Before the first mail. */
    public static final MailProgress NONE = new MailProgress(null, 0, null, null, null, false);
}
