package io.rapport.gateway.proxy;

import io.rapport.gateway.route.RouteTable;
import io.rapport.gateway.route.UpstreamService;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.Map;
import java.util.Objects;

/** Serves health and the OpenAPI document, and passes every other request to the proxy of its service. */
final class RoutingHandler implements HttpHandler {

    private static final String HEALTH = "/actuator/health";
    private static final String OPEN_API = "/openapi.json";

    private final Map<UpstreamService, HttpHandler> proxies;
    private final HttpHandler openApi;

    RoutingHandler(Map<UpstreamService, HttpHandler> proxies, HttpHandler openApi) {
        this.proxies = Map.copyOf(proxies);
        this.openApi = openApi;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        var path = exchange.getRequestURI();
        if (exchange.isHostIncludedInRequestURI()) {
            // The form of requests to open proxies, http://host/path: no client of this server needs it.
            ProblemResponse.notFound(exchange);
        } else if (path.equals(OPEN_API)) {
            openApi.handleRequest(exchange);
        } else if (path.equals(HEALTH) || path.startsWith(HEALTH + "/")) {
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
            exchange.getResponseSender().send("{\"status\":\"UP\"}");
        } else {
            var service = RouteTable.find(exchange.getRequestMethod().toString(), path);
            if (service.isEmpty()) {
                ProblemResponse.notFound(exchange);
            } else {
                Objects.requireNonNull(proxies.get(service.get())).handleRequest(exchange);
            }
        }
    }
}
