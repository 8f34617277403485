package io.rapport.gateway.proxy;

import io.rapport.gateway.route.UpstreamService;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.proxy.ProxyHandler;
import io.undertow.server.protocol.http.HttpContinue;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.net.URI;

/** Forwards requests to one service. Bodies are streamed both ways; a service that does not answer is answered with 503. */
final class UpstreamHandler implements HttpHandler {

    private final UpstreamService service;
    private final UpstreamClient client;
    private final HeaderFilter headers;
    private final HttpHandler proxy;

    UpstreamHandler(UpstreamService service, URI url, HeaderFilter headers) {
        this.service = service;
        this.client = new UpstreamClient(url);
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
        if (exchange.getStatusCode() == StatusCodes.GATEWAY_TIME_OUT) {
            ProblemResponse.unreachable(exchange, service.toString());
        } else {
            ProblemResponse.unavailable(exchange, service.toString());
        }
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
                // No 100 Continue was sent: what the client sends next can be the body or another request.
                exchange.setPersistent(false);
            }
        }
    }
}
