package io.rapport.gateway.openapi;

import io.rapport.gateway.route.UpstreamService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the OpenAPI documents of the services and merges them. */
public final class OpenApiClient {

    private static final String PATH = "/openapi.json";
    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** A service assembles its document at the first request. */
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final Map<UpstreamService, URI> services;

    public OpenApiClient(Map<UpstreamService, URI> services) {
        this.services = Map.copyOf(services);
    }

    /** One document of all services. */
    JsonNode read() throws UpstreamUnavailableException, InterruptedException {
        var responses = new EnumMap<UpstreamService, CompletableFuture<HttpResponse<byte[]>>>(UpstreamService.class);
        for (var service : UpstreamService.values()) {
            responses.put(service, request(service));
        }
        var merger = new OpenApiMerger(json);
        for (var response : responses.entrySet()) {
            merger.add(response.getKey(), read(response.getKey(), response.getValue()));
        }
        return merger.document();
    }

    private CompletableFuture<HttpResponse<byte[]>> request(UpstreamService service) {
        var request = HttpRequest.newBuilder(
                        Objects.requireNonNull(services.get(service)).resolve(PATH))
                .timeout(TIMEOUT)
                .build();
        return http.sendAsync(request, BodyHandlers.ofByteArray());
    }

    private JsonNode read(UpstreamService service, CompletableFuture<HttpResponse<byte[]>> requested)
            throws UpstreamUnavailableException, InterruptedException {
        try {
            var response = requested.get();
            if (response.statusCode() != 200) {
                throw new UpstreamUnavailableException(service, null);
            }
            return json.readTree(response.body());
        } catch (ExecutionException e) {
            throw new UpstreamUnavailableException(service, e.getCause());
        }
    }
}
