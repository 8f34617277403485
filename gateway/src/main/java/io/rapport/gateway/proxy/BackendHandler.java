package io.rapport.gateway.proxy;

import io.rapport.gateway.route.Backend;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.proxy.ProxyHandler;
import io.undertow.server.protocol.http.HttpContinue;
import io.undertow.util.Headers;
import java.net.URI;

/** Forwards requests to one service. Bodies are streamed both ways; a service that does not answer is answered with 503. */
final class BackendHandler implements HttpHandler {

    private final Backend backend;
    private final BackendClient client;
    private final HeaderFilter headers;
    private final HttpHandler proxy;

    BackendHandler(Backend backend, URI url, HeaderFilter headers) {
        this.backend = backend;
        this.client = new BackendClient(url);
        this.headers = headers;
        this.proxy = ProxyHandler.builder()
                .setProxyClient(client)
                .setReuseXForwarded(headers.keepsForwarded())
                .setRewriteHostHeader(false)
                .build();
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        headers.filterRequest(exchange);
        exchange.addDefaultResponseListener(this::respondUnavailable);
        exchange.addResponseCommitListener(this::prepareResponse);
        proxy.handleRequest(exchange);
    }

    private boolean respondUnavailable(HttpServerExchange exchange) {
        if (exchange.isResponseStarted() || exchange.getStatusCode() < 500) {
            return false;
        }
        ProblemResponse.unavailable(exchange, backend.toString());
        return true;
    }

    private void prepareResponse(HttpServerExchange exchange) {
        var response = exchange.getResponseHeaders();
        headers.filterResponse(response);
        if (exchange.isHttp11()
                && !response.contains(Headers.CONTENT_LENGTH)
                && !response.contains(Headers.TRANSFER_ENCODING)) {
            // Else only the end of the connection would end the body, and an unread request holds the connection.
            response.put(Headers.TRANSFER_ENCODING, Headers.CHUNKED.toString());
        }
        if (!exchange.isRequestComplete()) {
            client.closeAfter(exchange);
            if (HttpContinue.requiresContinueResponse(exchange)) {
                // The client was not told to continue: what it sends next can be the body or another request.
                exchange.setPersistent(false);
            }
        }
    }
}
