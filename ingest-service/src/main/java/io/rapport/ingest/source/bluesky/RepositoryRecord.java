package io.rapport.ingest.source.bluesky;

import io.rapport.ingest.source.payload.PayloadNode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record of a person's repository.
 *
 * @param did the owner of the repository
 * @param content absent if it was deleted
 * @param millis when Jetstream saw the event, in epoch milliseconds
 */
record RepositoryRecord(String did, String collection, String key, PayloadNode content, long millis) {

    private static final String SCHEME = "at://";

    /** The address of the record: the same for its creation and its deletion. */
    String uri() {
        return SCHEME + did + "/" + collection + "/" + key;
    }

    Instant time() {
        return Instant.ofEpochMilli(millis);
    }

    /** The repository in the address of a record; empty if there is no address. */
    static Optional<String> owner(@Nullable String uri) {
        if (uri == null || !uri.startsWith(SCHEME)) {
            return Optional.empty();
        }
        var slash = uri.indexOf('/', SCHEME.length());
        return Optional.of(slash < 0 ? uri.substring(SCHEME.length()) : uri.substring(SCHEME.length(), slash));
    }
}
