package io.rapport.standalone.client;

import io.rapport.messaging.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;

/** Client of the public REST API. Retries requests without a response and with the status 429 or 503, a limited number of times. */
public final class RapportClient {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final Duration FILE_TIMEOUT = Duration.ofMinutes(15);
    private static final int ATTEMPTS = 20;
    private static final int CONNECT_ATTEMPTS = 5;
    private static final long MAX_PAUSE_SECONDS = 10;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final String token;

    /** A client with a bearer token. */
    public RapportClient(String token) {
        this.token = token;
    }

    /**
     * Reads JSON.
     *
     * @throws RequestRefusedException if the status is not 2xx
     * @throws NoResponseException if there is no response
     */
    public JsonNode get(String url) throws InterruptedException {
        return send(request(url).GET());
    }

    /** Sends a value as JSON with PUT. */
    public JsonNode put(String url, Object body) throws InterruptedException {
        return send(request(url)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(body))));
    }

    /** Sends text with POST, compressed with gzip. */
    public JsonNode post(String url, String mediaType, String text) throws InterruptedException {
        return send(request(url)
                .header("Content-Type", mediaType)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(gzip(text))));
    }

    /**
     * Sends a file with POST as a stream.
     *
     * @param sent receives the number of bytes that were sent
     */
    public JsonNode postFile(String url, String mediaType, Path file, LongConsumer sent) throws InterruptedException {
        return send(request(url)
                .timeout(FILE_TIMEOUT)
                .header("Content-Type", mediaType)
                .POST(BodyPublishers.ofInputStream(() -> CountingFileStream.open(file, sent))));
    }

    private HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT).header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest.Builder builder) throws InterruptedException {
        var request = builder.build();
        for (var attempt = 1; ; attempt++) {
            try {
                var response = http.send(request, BodyHandlers.ofString());
                if (!isRetryable(response) || attempt == ATTEMPTS) {
                    return read(response);
                }
                Thread.sleep(pause(response).toMillis());
            } catch (IOException e) {
                if (attempt >= CONNECT_ATTEMPTS) {
                    throw new NoResponseException(request.uri(), e);
                }
                Thread.sleep(Duration.ofSeconds(1).toMillis());
            }
        }
    }

    private static boolean isRetryable(HttpResponse<String> response) {
        return response.statusCode() == 503 || response.statusCode() == 429;
    }

    private static Duration pause(HttpResponse<String> response) {
        var seconds = response.headers().firstValueAsLong("Retry-After").orElse(1);
        return Duration.ofSeconds(Math.min(Math.max(seconds, 1), MAX_PAUSE_SECONDS));
    }

    private static JsonNode read(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw RequestRefusedException.of(response);
        }
        return Json.mapper().readTree(response.body().isEmpty() ? "null" : response.body());
    }

    private static byte[] gzip(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
