package io.rapport.report.assistant;

import io.rapport.report.remote.ServiceClient;
import io.rapport.web.problem.Problem;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/**
 * Reads the REST resources of this service over HTTP with the token of the caller: an assistant can read what its token can read,
 * by the same rules, limits and checks of parameters, and nothing else.
 */
final class ApiReader {

    /** The most items of a list that a tool returns. */
    static final int MAX_ITEMS = 50;

    private static final String DEFAULT_ITEMS = "20";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final IntSupplier port;
    private volatile @Nullable ServiceClient client;

    /**
     * A reader; does not connect before the first call.
     *
     * @param port the port of this service, known once it listens
     */
    ApiReader(IntSupplier port) {
        this.port = port;
    }

    /**
     * Reads a resource of the call's brand.
     *
     * @param path below the brand, of path segments that need no encoding
     * @param parameters the arguments that are query parameters
     */
    JsonNode read(AssistantCall call, String path, List<String> parameters) {
        return send(call, path, query(call, parameters));
    }

    /** As {@link #read}, of a page of a list. */
    JsonNode readPage(AssistantCall call, String path, List<String> parameters) {
        var query = query(call, parameters);
        query.putIfAbsent("limit", DEFAULT_ITEMS);
        return send(call, path, query);
    }

    private static Map<String, String> query(AssistantCall call, List<String> parameters) {
        var query = new LinkedHashMap<String, String>();
        for (var name : parameters) {
            var value = call.find(name);
            if (value != null) {
                query.put(name, value);
            }
        }
        return query;
    }

    private JsonNode send(AssistantCall call, String path, Map<String, String> query) {
        var address = UriComponentsBuilder.fromPath(path);
        query.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        var answer = client().get(
                        call.brand(), address.encode().buildAndExpand(query).toUriString(), call.token());
        var body = answer.json();
        if (!answer.status().is2xxSuccessful()) {
            throw Problem.of(
                            answer.status(),
                            "not-read",
                            body.path("title").asString("It cannot be read"),
                            body.path("detail").asString(""))
                    .asException();
        }
        return body;
    }

    private ServiceClient client() {
        var known = client;
        if (known == null) {
            var base = URI.create("http://127.0.0.1:" + port.getAsInt());
            known = new ServiceClient(
                    base, TIMEOUT, "Report does not answer at the moment. Call the tool again later.");
            client = known;
        }
        return known;
    }
}
