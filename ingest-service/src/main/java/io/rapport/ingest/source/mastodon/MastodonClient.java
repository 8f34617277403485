package io.rapport.ingest.source.mastodon;

import io.rapport.ingest.domain.source.FetchFailedException;
import io.rapport.ingest.domain.source.HttpContent;
import io.rapport.ingest.domain.source.HttpFetcher;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceSettings;
import java.net.URI;
import java.util.Map;

/**
 * Sends requests to the server of an account with its access token.
 *
 * @param server the address of the server, without a slash at its end
 * @param owner the account of the connection at its server
 */
record MastodonClient(String server, String owner, Map<String, String> headers, HttpFetcher http) {

    static final String ACCESS_TOKEN = "accessToken";

    static MastodonClient of(SourceSettings settings, SourceSecrets secrets, HttpFetcher http) {
        var token = secrets.newest(ACCESS_TOKEN)
                .orElseThrow(() -> new FetchFailedException("The connection has no access token."));
        var server = settings.text("server")
                .orElseThrow(() ->
                        new FetchFailedException("The setting server is missing, such as https://mastodon.social."));
        var base = server.strip().replaceAll("/+$", "");
        return new MastodonClient(
                base, base + " " + settings.accounts(), Map.of("Authorization", "Bearer " + token), http);
    }

    HttpContent get(String path) {
        return http.get(address(server + path, "server is no address, such as https://mastodon.social."), headers);
    }

    /**
     * The address that a setting contains.
     *
     * @param problem the end of the sentence that describes a setting without an address
     */
    static URI address(String text, String problem) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new FetchFailedException("The setting " + problem);
        }
    }
}
