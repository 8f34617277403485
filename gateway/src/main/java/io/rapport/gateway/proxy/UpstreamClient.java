package io.rapport.gateway.proxy;

import io.undertow.client.ClientCallback;
import io.undertow.client.ClientConnection;
import io.undertow.client.UndertowClient;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import io.undertow.server.handlers.proxy.ProxyCallback;
import io.undertow.server.handlers.proxy.ProxyClient;
import io.undertow.server.handlers.proxy.ProxyConnection;
import io.undertow.util.AttachmentKey;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.OptionMap;

/**
 * Connects to one service. Every connection of a client has its own connection to the service, which is closed with it: what
 * one client leaves half sent or half read never meets the request of another one.
 */
final class UpstreamClient implements ProxyClient {

    private static final ProxyTarget TARGET = new ProxyTarget() {};

    private final AttachmentKey<ClientConnection> attachment = AttachmentKey.create(ClientConnection.class);
    private final URI url;

    UpstreamClient(URI url) {
        this.url = url;
    }

    @Override
    public ProxyTarget findTarget(HttpServerExchange exchange) {
        return TARGET;
    }

    @Override
    public void getConnection(
            ProxyTarget target,
            HttpServerExchange exchange,
            ProxyCallback<ProxyConnection> callback,
            long timeout,
            TimeUnit unit) {
        var open = exchange.getConnection().getAttachment(attachment);
        if (open != null && open.isOpen()) {
            callback.completed(exchange, new ProxyConnection(open, url.getPath()));
        } else {
            connect(exchange, callback);
        }
    }

    /** Closes the connection to the service after a request that it has not read to its end. */
    void closeAfter(HttpServerExchange exchange) {
        exchange.addExchangeCompleteListener((ended, next) -> {
            IoUtils.safeClose(ended.getConnection().getAttachment(attachment));
            next.proceed();
        });
    }

    private void connect(HttpServerExchange exchange, ProxyCallback<ProxyConnection> callback) {
        var connecting = new ClientCallback<ClientConnection>() {
            @Override
            public void completed(ClientConnection opened) {
                if (exchange.isResponseStarted() || !exchange.getConnection().isOpen()) {
                    IoUtils.safeClose(opened);
                } else {
                    attach(opened, exchange.getConnection());
                    callback.completed(exchange, new ProxyConnection(opened, url.getPath()));
                }
            }

            @Override
            public void failed(IOException e) {
                callback.failed(exchange);
            }
        };
        try {
            UndertowClient.getInstance()
                    .connect(
                            connecting,
                            url,
                            exchange.getIoThread(),
                            exchange.getConnection().getByteBufferPool(),
                            OptionMap.EMPTY);
        } catch (RuntimeException e) {
            // The name of the host cannot be resolved.
            callback.failed(exchange);
        }
    }

    private void attach(ClientConnection opened, ServerConnection client) {
        if (client.getAttachment(attachment) == null) {
            client.addCloseListener(closed -> IoUtils.safeClose(closed.getAttachment(attachment)));
        }
        client.putAttachment(attachment, opened);
    }
}
