package io.rapport.contracts.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session of a browser that is signed in. A null value on the topic closes it for good: what follows does not open it
 * again. The value of its cookie is never stored.
 *
 * @param hash SHA-256 of the value, 256 random bits, in lower-case hex: the key on the topic
 * @param credential what the browser signed in with
 * @param reference the hash of the token; the key of the user or link; of the administrator, a hash of the value and the
 *     administrator's token; of OpenID Connect, a hash of the issuer and the subject
 * @param epoch of a user: the user's epoch at the time; else null
 * @param user of OpenID Connect: the user; else null
 * @param openedAt when the browser signed in
 * @param usedAt when it was last used, to the hour
 * @param expiresAt when it expires, however it is used
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SessionOpened(
        String hash,
        SessionCredential credential,
        String reference,
        @Nullable Long epoch,
        @Nullable SessionUser user,
        Instant openedAt,
        Instant usedAt,
        Instant expiresAt) {

    /** The same session, used at a time. */
    public SessionOpened usedAt(Instant at) {
        return new SessionOpened(hash, credential, reference, epoch, user, openedAt, at, expiresAt);
    }
}
