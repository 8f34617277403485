package io.rapport.gateway.proxy;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;

/**
 * Ends exchanges that do not end themselves: a request that gets no response, and a client that still sends its body when the
 * response is complete.
 */
final class TimeoutHandler implements HttpHandler {

    private static final int CHECKS = 24;

    private final HttpHandler next;
    private final Duration timeout;

    /** Waits for a response for the given time, from the last byte of the request; and a twelfth of it for the rest of a body. */
    TimeoutHandler(Duration timeout, HttpHandler next) {
        this.timeout = timeout;
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        var watch = new Watch(exchange);
        var checks =
                exchange.getIoThread().executeAtInterval(watch, timeout.toMillis() / CHECKS, TimeUnit.MILLISECONDS);
        exchange.addExchangeCompleteListener((ended, listeners) -> {
            checks.remove();
            listeners.proceed();
        });
        exchange.addRequestWrapper(
                (factory, wrapped) -> new RequestBodyConduit(factory.create(), wrapped, watch::restart));
        next.handleRequest(exchange);
    }

    /** Watches one exchange; used by its I/O thread only. */
    private final class Watch implements Runnable {

        private final HttpServerExchange exchange;
        private long started = System.nanoTime();
        private boolean responded;

        Watch(HttpServerExchange exchange) {
            this.exchange = exchange;
        }

        void restart() {
            started = System.nanoTime();
        }

        @Override
        public void run() {
            if (exchange.isResponseComplete()) {
                if (responded) {
                    IoUtils.safeClose(exchange.getConnection());
                }
                responded = true;
            } else if (!exchange.isResponseStarted() && System.nanoTime() - started > timeout.toNanos()) {
                exchange.setPersistent(false);
                exchange.setStatusCode(503);
                exchange.endExchange();
            }
        }
    }
}
