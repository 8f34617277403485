package io.rapport.ingest.domain.source;

import java.net.URI;

/**
 * How the access token of a source is renewed (RFC 6749, section 6), for connections that have the secrets for it.
 *
 * @param endpoint the token endpoint of the platform
 * @param accessToken the name of the secret that is renewed
 */
public record TokenRenewal(URI endpoint, String accessToken) {

    /** The name of the secret by which a new access token is requested; platforms may replace it each time. */
    public static final String REFRESH_TOKEN = "refreshToken";

    /** The name of the secret with the id of the app at the platform. */
    public static final String CLIENT_ID = "clientId";

    /** The name of the secret with the secret of the app; apps without one send their id only. */
    public static final String CLIENT_SECRET = "clientSecret";

    /** Whether a connection with these secrets can renew its access token. */
    public boolean isPossible(SourceSecrets secrets) {
        return secrets.newest(REFRESH_TOKEN).isPresent()
                && secrets.newest(CLIENT_ID).isPresent();
    }
}
