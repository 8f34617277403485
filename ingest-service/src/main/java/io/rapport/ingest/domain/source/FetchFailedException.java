package io.rapport.ingest.domain.source;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A page could not be fetched. The message is a sentence for the administrator, without any secret. */
public final class FetchFailedException extends RuntimeException {

    private final transient @Nullable Duration wait;
    private final boolean unauthorized;

    /** Creates a failure; the fetch is repeated with backoff. */
    public FetchFailedException(String message) {
        this(message, null);
    }

    /**
     * Creates a failure.
     *
     * @param wait the least time before the next attempt, from Retry-After or a rate limit; null for the backoff's
     */
    public FetchFailedException(String message, @Nullable Duration wait) {
        this(message, wait, false);
    }

    private FetchFailedException(String message, @Nullable Duration wait, boolean unauthorized) {
        super(message);
        this.wait = wait;
        this.unauthorized = unauthorized;
    }

    /** A failure because the platform does not accept the access token, which may have expired. */
    public static FetchFailedException unauthorized(String message) {
        return new FetchFailedException(message, null, true);
    }

    /** Whether the platform did not accept the access token. */
    public boolean isUnauthorized() {
        return unauthorized;
    }

    /** The least time before the next attempt; null for the backoff's. */
    public @Nullable Duration minimumWait() {
        return wait;
    }
}
