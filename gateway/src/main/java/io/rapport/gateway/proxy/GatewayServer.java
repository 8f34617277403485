package io.rapport.gateway.proxy;

import io.rapport.gateway.route.Backend;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.GracefulShutdownHandler;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyHandler;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** The HTTP server of the one address. Bodies are streamed; a slow service holds no thread. */
public final class GatewayServer implements AutoCloseable {

    private static final int IO_THREADS = 2;
    /** Worker threads only merge OpenAPI documents. */
    private static final int WORKER_THREADS = 4;

    /** The services limit bodies, each as its endpoints require. */
    private static final long UNLIMITED = -1;

    private static final int MAX_HEADER_BYTES = 16 << 10;
    private static final int CONNECTIONS_PER_THREAD = 256;
    private static final int QUEUED_REQUESTS = 1000;
    private static final int PROBLEM_RETRY_SECONDS = 1;
    private static final Duration IDLE_CONNECTION = Duration.ofSeconds(20);
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
     * @param port 0 for a free port
     * @param behindProxy keeps {@code X-Forwarded} headers that a trusted proxy has set
     * @param backends the base URL of each service
     * @param openApi serves {@code /openapi.json}
     */
    public static GatewayServer start(
            String address, int port, boolean behindProxy, Map<Backend, URI> backends, HttpHandler openApi) {
        var proxies = new EnumMap<Backend, HttpHandler>(Backend.class);
        backends.forEach((backend, url) -> proxies.put(backend, proxy(backend, url, behindProxy)));
        var requests = new GracefulShutdownHandler(new RoutingHandler(proxies, openApi));
        var server = Undertow.builder()
                .addHttpListener(port, address)
                .setIoThreads(IO_THREADS)
                .setWorkerThreads(WORKER_THREADS)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, UNLIMITED)
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, MAX_HEADER_BYTES)
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

    private static HttpHandler proxy(Backend backend, URI url, boolean behindProxy) {
        var client = new LoadBalancingProxyClient()
                .addHost(url)
                .setConnectionsPerThread(CONNECTIONS_PER_THREAD)
                .setSoftMaxConnectionsPerThread(IO_THREADS)
                .setMaxQueueSize(QUEUED_REQUESTS)
                .setTtl((int) IDLE_CONNECTION.toMillis())
                .setProblemServerRetry(PROBLEM_RETRY_SECONDS);
        var proxy = ProxyHandler.builder()
                .setProxyClient(client)
                .setMaxRequestTime(-1)
                .setReuseXForwarded(behindProxy)
                .setRewriteHostHeader(false)
                .build();
        return exchange -> {
            exchange.addDefaultResponseListener(ended -> {
                if (ended.isResponseStarted() || ended.getStatusCode() < 500) {
                    return false;
                }
                ProblemResponse.unavailable(ended, backend.toString());
                return true;
            });
            proxy.handleRequest(exchange);
        };
    }
}
