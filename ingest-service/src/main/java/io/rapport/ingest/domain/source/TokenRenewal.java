package io.rapport.ingest.domain.source;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How the access token of a source is renewed (RFC 6749, section 6), for connections that have the secrets for it.
 *
 * @param platform the token endpoint of the platform; null if the setting {@value #ENDPOINT} has it
 * @param accessToken the name of the secret that is renewed
 */
public record TokenRenewal(@Nullable URI platform, String accessToken) {

    /** The name of the setting with the token endpoint, of sources that many providers offer. */
    public static final String ENDPOINT = "tokenEndpoint";

    /** The name of the secret by which a new access token is requested; platforms may replace it each time. */
    public static final String REFRESH_TOKEN = "refreshToken";

    /** The name of the secret with the id of the app at the platform. */
    public static final String CLIENT_ID = "clientId";

    /** The name of the secret with the secret of the app; apps without one send their id only. */
    public static final String CLIENT_SECRET = "clientSecret";

    /**
     * The token endpoint of a connection.
     *
     * @throws FetchFailedException if the settings lack it
     */
    public URI endpoint(SourceSettings settings) {
        return platform != null
                ? platform
                : settings.text(ENDPOINT)
                        .map(URI::create)
                        .orElseThrow(() -> new FetchFailedException(
                                "The setting %s is missing: the address that renews access tokens."
                                        .formatted(ENDPOINT)));
    }

    /** Whether a connection with these secrets can renew its access token. */
    public boolean isPossible(SourceSecrets secrets) {
        return secrets.newest(REFRESH_TOKEN).isPresent()
                && secrets.newest(CLIENT_ID).isPresent();
    }
}
