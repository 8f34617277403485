package io.rapport.ingest.domain.source;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A page could not be fetched. The message is a sentence for the administrator, without any secret. */
public final class FetchFailedException extends RuntimeException {

    private final transient @Nullable Duration wait;

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
        super(message);
        this.wait = wait;
    }

    /** The least time before the next attempt; null for the backoff's. */
    public @Nullable Duration minimumWait() {
        return wait;
    }
}
