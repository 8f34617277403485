package io.rapport.gateway.proxy;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.StreamSourceConduit;

/**
 * The body of a request. It pauses after every megabyte, so that the response of a service that refuses the request is read
 * before the service closes its connection. After the response it is discarded, so that the connection can be used again.
 */
final class RequestBodyConduit extends AbstractStreamSourceConduit<StreamSourceConduit> {

    private static final int PAUSE_AFTER = 1 << 20;

    private final HttpServerExchange exchange;
    private final Runnable progress;
    private int unpaused;

    /** Calls {@code progress} whenever a part of the body has been read. */
    RequestBodyConduit(StreamSourceConduit next, HttpServerExchange exchange, Runnable progress) {
        super(next);
        this.exchange = exchange;
        this.progress = progress;
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
        var start = buffer.position();
        while (unpaused < PAUSE_AFTER) {
            var count = next.read(buffer);
            if (count > 0) {
                unpaused += count;
                progress.run();
            }
            if (!exchange.isResponseComplete()) {
                return count;
            }
            buffer.position(start);
            if (count <= 0) {
                return 0;
            }
        }
        unpaused = 0;
        exchange.getIoThread().executeAfter(next::wakeupReads, 1, TimeUnit.MILLISECONDS);
        return 0;
    }
}
