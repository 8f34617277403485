package io.rapport.ingest.pull;

import io.rapport.contracts.connection.ConnectionConfigured;
import io.rapport.ingest.connection.ConnectionSettings;
import io.rapport.ingest.domain.connection.ConnectionSecrets;
import io.rapport.ingest.domain.source.FetchFailedException;
import io.rapport.ingest.domain.source.FetchedPage;
import io.rapport.ingest.domain.source.HttpFetcher;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.source.SourceSecrets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fetches a page of a connection. If the platform refuses the access token, it is renewed once where that is possible. */
public final class PageFetcher {

    private final ConnectionSecrets secrets;
    private final TokenRenewer tokens;
    private final HttpFetcher http;

    /** Creates it with its collaborators. */
    public PageFetcher(ConnectionSecrets secrets, TokenRenewer tokens, HttpFetcher http) {
        this.secrets = secrets;
        this.tokens = tokens;
        this.http = http;
    }

    /**
     * Fetches the page at a cursor.
     *
     * @throws FetchFailedException if the platform does not answer as documented, or refuses the renewed token too
     */
    FetchedPage fetch(ConnectionConfigured connection, SourceDefinition source, @Nullable String cursor) {
        var renewal = source.renewal();
        var known = renewal == null ? secrets.decrypt(connection) : tokens.current(connection);
        if (renewal == null || !renewal.isPossible(known)) {
            return fetch(connection, source, cursor, known);
        }
        if (known.newest(renewal.accessToken()).isEmpty()) {
            return fetch(connection, source, cursor, tokens.renew(connection, renewal, known));
        }
        try {
            return fetch(connection, source, cursor, known);
        } catch (FetchFailedException e) {
            if (!e.isUnauthorized()) {
                throw e;
            }
            return fetch(connection, source, cursor, tokens.renew(connection, renewal, known));
        }
    }

    private FetchedPage fetch(
            ConnectionConfigured connection, SourceDefinition source, @Nullable String cursor, SourceSecrets known) {
        return Objects.requireNonNull(source.fetcher()).fetch(cursor, ConnectionSettings.of(connection), known, http);
    }
}
