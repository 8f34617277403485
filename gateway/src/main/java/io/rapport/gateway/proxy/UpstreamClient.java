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
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.xnio.IoUtils;
import org.xnio.OptionMap;

/**
 * Connects to one service. Every connection of a client has its own connection to the service, which is closed with it: what
 * one client leaves half sent or half read never meets the request of another one. A service that does not accept the connection
 * within five seconds is answered with 504.
 */
final class UpstreamClient implements ProxyClient {

    private static final ProxyTarget TARGET = new ProxyTarget() {};

    /** How long a service may take to accept a connection. A host that is down sends no refusal. */
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** The sockets that may wait for such a host, until the system gives them up; further requests do not connect. */
    private static final int MAX_ABANDONED = 64;

    private final AttachmentKey<ClientConnection> attachment = AttachmentKey.create(ClientConnection.class);
    private final AtomicInteger abandoned = new AtomicInteger();
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
        if (abandoned.get() >= MAX_ABANDONED) {
            respondTimeout(exchange);
            return;
        }
        var attempt = new Attempt(exchange, callback);
        try {
            UndertowClient.getInstance()
                    .connect(
                            attempt,
                            url,
                            exchange.getIoThread(),
                            exchange.getConnection().getByteBufferPool(),
                            OptionMap.EMPTY);
            attempt.limitTime();
        } catch (RuntimeException e) {
            // The name of the host cannot be resolved.
            callback.failed(exchange);
        }
    }

    private static void respondTimeout(HttpServerExchange exchange) {
        exchange.setStatusCode(StatusCodes.GATEWAY_TIME_OUT);
        exchange.endExchange();
    }

    /** One attempt to connect for one exchange; used by the I/O thread of the exchange only. */
    private final class Attempt implements ClientCallback<ClientConnection> {

        private final HttpServerExchange exchange;
        private final ProxyCallback<ProxyConnection> callback;
        private boolean ended;
        private boolean late;

        Attempt(HttpServerExchange exchange, ProxyCallback<ProxyConnection> callback) {
            this.exchange = exchange;
            this.callback = callback;
        }

        void limitTime() {
            var check = exchange.getIoThread().executeAfter(this::giveUp, CONNECT.toMillis(), TimeUnit.MILLISECONDS);
            exchange.addExchangeCompleteListener((done, next) -> {
                check.remove();
                next.proceed();
            });
        }

        private void giveUp() {
            if (!ended && !exchange.isResponseStarted()) {
                late = true;
                abandoned.incrementAndGet();
                respondTimeout(exchange);
            }
        }

        @Override
        public void completed(ClientConnection opened) {
            end();
            if (exchange.isResponseStarted() || !exchange.getConnection().isOpen()) {
                IoUtils.safeClose(opened);
            } else {
                attach(opened, exchange.getConnection());
                callback.completed(exchange, new ProxyConnection(opened, url.getPath()));
            }
        }

        @Override
        public void failed(IOException e) {
            end();
            if (!late) {
                callback.failed(exchange);
            }
        }

        private void end() {
            ended = true;
            if (late) {
                abandoned.decrementAndGet();
            }
        }
    }

    private void attach(ClientConnection opened, ServerConnection client) {
        if (client.getAttachment(attachment) == null) {
            client.addCloseListener(closed -> IoUtils.safeClose(closed.getAttachment(attachment)));
        }
        client.putAttachment(attachment, opened);
    }
}
