package io.rapport.gateway.openapi;

import io.rapport.gateway.route.Backend;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the OpenAPI documents of the services and merges them. */
public final class OpenApiClient {

    private static final String PATH = "/openapi.json";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final Map<Backend, URI> backends;

    public OpenApiClient(Map<Backend, URI> backends) {
        this.backends = Map.copyOf(backends);
    }

    /** One document of all services. */
    JsonNode read() throws BackendUnavailableException, InterruptedException {
        var merger = new OpenApiMerger(json);
        for (var backend : Backend.values()) {
            merger.add(backend, read(backend));
        }
        return merger.document();
    }

    private JsonNode read(Backend backend) throws BackendUnavailableException, InterruptedException {
        var request = HttpRequest.newBuilder(backends.get(backend).resolve(PATH))
                .timeout(TIMEOUT)
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new BackendUnavailableException(backend, null);
            }
            return json.readTree(response.body());
        } catch (IOException e) {
            throw new BackendUnavailableException(backend, e);
        }
    }
}
