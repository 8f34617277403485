package io.rapport.gateway.proxy;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** Problems of the gateway itself, in the form of the services' (RFC 9457). */
public final class ProblemResponse {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String RETRY_SECONDS = "5";

    private ProblemResponse() {}

    /** 404 for a path that is not public. */
    static void notFound(HttpServerExchange exchange) {
        send(exchange, 404, "not-found", "Not found", "There is nothing at this address.");
    }

    /** 503 with {@code Retry-After}: a service does not answer. */
    public static void unavailable(HttpServerExchange exchange, String service) {
        exchange.getResponseHeaders().put(Headers.RETRY_AFTER, RETRY_SECONDS);
        send(
                exchange,
                503,
                "service-unavailable",
                "The service does not answer",
                "The " + service + " service cannot be reached. Send the request again in " + RETRY_SECONDS
                        + " seconds; requests with the same ids are idempotent.");
    }

    /** 504 with {@code Retry-After}: the host of a service does not accept connections. */
    static void unreachable(HttpServerExchange exchange, String service) {
        exchange.getResponseHeaders().put(Headers.RETRY_AFTER, RETRY_SECONDS);
        send(
                exchange,
                504,
                "service-unreachable",
                "The service cannot be reached",
                "The host of the " + service
                        + " service did not accept a connection in time. Nothing was sent to it. Send the"
                        + " request again in " + RETRY_SECONDS + " seconds; check the host if this lasts.");
    }

    private static void send(HttpServerExchange exchange, int status, String type, String title, String detail) {
        var problem = JSON.createObjectNode()
                .put("type", "urn:rapport:problem:" + type)
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/problem+json");
        exchange.getResponseSender().send(problem.toString(), StandardCharsets.UTF_8);
    }
}
