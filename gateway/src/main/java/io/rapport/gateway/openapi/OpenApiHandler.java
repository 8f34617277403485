package io.rapport.gateway.openapi;

import io.rapport.gateway.proxy.ProblemResponse;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.nio.charset.StandardCharsets;

/** Serves the OpenAPI document of all services; 503 if one of them does not answer. */
public final class OpenApiHandler implements HttpHandler {

    private final OpenApiClient documents;

    public OpenApiHandler(OpenApiClient documents) {
        this.documents = documents;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        // Reading the documents blocks: not on an I/O thread.
        exchange.dispatch(() -> {
            try {
                var document = documents.read();
                exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
                exchange.getResponseSender().send(document.toString(), StandardCharsets.UTF_8);
            } catch (UpstreamUnavailableException e) {
                ProblemResponse.unavailable(exchange, e.service().toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                exchange.endExchange();
            }
        });
    }
}
