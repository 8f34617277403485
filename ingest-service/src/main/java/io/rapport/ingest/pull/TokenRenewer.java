package io.rapport.ingest.pull;

import io.rapport.contracts.connection.ConnectionConfigured;
import io.rapport.ingest.connection.ConnectionSettings;
import io.rapport.ingest.domain.connection.ConnectionSecrets;
import io.rapport.ingest.domain.connection.ConnectionService;
import io.rapport.ingest.domain.source.FetchFailedException;
import io.rapport.ingest.domain.source.HttpContent;
import io.rapport.ingest.domain.source.HttpFetcher;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.TokenRenewal;
import io.rapport.messaging.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Renews the access tokens of connections at the token endpoints of platforms (RFC 6749, section 6), and stores the new tokens. */
public final class TokenRenewer {

    private final ConnectionService connections;
    private final ConnectionSecrets secrets;
    private final HttpFetcher http;
    private final Clock clock;

    /** Creates it with its collaborators. */
    public TokenRenewer(ConnectionService connections, ConnectionSecrets secrets, HttpFetcher http, Clock clock) {
        this.connections = connections;
        this.secrets = secrets;
        this.http = http;
        this.clock = clock;
    }

    /** The stored secrets of a connection, which may be newer than those of the given state. */
    SourceSecrets current(ConnectionConfigured connection) {
        return secrets.decrypt(connections.find(connection.connectionKey()).orElse(connection));
    }

    /**
     * Requests a new access token, and stores it. A platform that replaces the refresh token as well accepts the old one only once:
     * both are stored before they are used.
     *
     * @return the secrets with the new tokens
     * @throws FetchFailedException if the platform does not answer with a token
     */
    SourceSecrets renew(ConnectionConfigured connection, TokenRenewal renewal, SourceSecrets known) {
        var used = required(known, TokenRenewal.REFRESH_TOKEN);
        var endpoint = renewal.endpoint(ConnectionSettings.of(connection));
        var answer = answer(http.post(endpoint, headers(known), body(known, used)));
        var tokens = new HashMap<String, String>();
        tokens.put(
                renewal.accessToken(),
                text(answer, "access_token")
                        .orElseThrow(() -> new FetchFailedException("The token endpoint answered without a token.")));
        text(answer, "refresh_token").ifPresent(token -> tokens.put(TokenRenewal.REFRESH_TOKEN, token));
        var stored = connections
                .renewSecrets(
                        connection.connectionKey(),
                        Map.entry(TokenRenewal.REFRESH_TOKEN, used),
                        tokens,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .orElseThrow(() -> new FetchFailedException("The connection was deleted."));
        return secrets.decrypt(stored);
    }

    private static Map<String, String> headers(SourceSecrets known) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        headers.put("Accept", "application/json");
        known.newest(TokenRenewal.CLIENT_SECRET).ifPresent(secret -> {
            var credentials = encoded(required(known, TokenRenewal.CLIENT_ID)) + ":" + encoded(secret);
            headers.put(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        });
        return headers;
    }

    private static byte[] body(SourceSecrets known, String refreshToken) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refreshToken);
        if (known.newest(TokenRenewal.CLIENT_SECRET).isEmpty()) {
            form.put("client_id", required(known, TokenRenewal.CLIENT_ID));
        }
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode answer(HttpContent content) {
        if (!content.isSuccess()) {
            throw new FetchFailedException(
                    "The token endpoint answered %d: it refuses the refresh token or the app. Authorize the app again, and set its refreshToken."
                            .formatted(content.status()));
        }
        try {
            return Json.requestMapper().readTree(content.body());
        } catch (JacksonException e) {
            throw new FetchFailedException("The token endpoint did not answer with JSON.");
        }
    }

    private static Optional<String> text(JsonNode answer, String field) {
        var value = answer.path(field);
        return value.isString() && !value.asString().isBlank() ? Optional.of(value.asString()) : Optional.empty();
    }

    private static String required(SourceSecrets known, String name) {
        return known.newest(name)
                .orElseThrow(() -> new FetchFailedException("The connection has no %s.".formatted(name)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
