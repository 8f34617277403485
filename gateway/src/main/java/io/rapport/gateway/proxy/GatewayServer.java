package io.rapport.gateway.proxy;

import io.rapport.gateway.route.UpstreamService;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.GracefulShutdownHandler;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** The HTTP server of the one address. A slow service or client holds no thread. */
public final class GatewayServer implements AutoCloseable {

    private static final int IO_THREADS = 2;
    /** Worker threads only merge OpenAPI documents. */
    private static final int WORKER_THREADS = 4;

    /** The services limit bodies, each as its endpoints require. */
    private static final long UNLIMITED = -1;

    private static final int MAX_HEADER_BYTES = 16 << 10;
    private static final Duration HEADERS = Duration.ofSeconds(30);
    private static final Duration SHUTDOWN = Duration.ofSeconds(5);

    private final Undertow server;
    private final GracefulShutdownHandler requests;

    private GatewayServer(Undertow server, GracefulShutdownHandler requests) {
        this.server = server;
        this.requests = requests;
    }

    /**
     * Starts the server.
     *
     * @param address port 0 for a free port
     * @param timeout how long a service may take to begin a response
     * @param behindProxy keeps forwarding headers of requests, which a trusted proxy has set
     * @param services the base URL of each service
     * @param openApi serves {@code /openapi.json}
     */
    public static GatewayServer start(
            InetSocketAddress address,
            Duration timeout,
            boolean behindProxy,
            Map<UpstreamService, URI> services,
            HttpHandler openApi) {
        var proxies = new EnumMap<UpstreamService, HttpHandler>(UpstreamService.class);
        services.forEach((service, url) ->
                proxies.put(service, new UpstreamHandler(service, url, new HeaderFilter(behindProxy))));
        var requests = new GracefulShutdownHandler(new TimeoutHandler(timeout, new RoutingHandler(proxies, openApi)));
        var server = Undertow.builder()
                .addHttpListener(address.getPort(), address.getHostString())
                .setIoThreads(IO_THREADS)
                .setWorkerThreads(WORKER_THREADS)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, UNLIMITED)
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, MAX_HEADER_BYTES)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, (int) HEADERS.toMillis())
                // Services decode paths and queries.
                .setServerOption(UndertowOptions.DECODE_URL, false)
                .setHandler(requests)
                .build();
        server.start();
        return new GatewayServer(server, requests);
    }

    /** The port it listens on. */
    public int port() {
        return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    }

    /** Refuses new requests, waits for at most five seconds for the running ones, and stops. */
    @Override
    public void close() {
        requests.shutdown();
        try {
            requests.awaitShutdown(SHUTDOWN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop();
    }
}
