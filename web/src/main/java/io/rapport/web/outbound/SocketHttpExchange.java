package io.rapport.web.outbound;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends one HTTP/1.1 request to one address. The JDK's client resolves names itself, after a check of them; this one connects to the
 * address that was checked, and verifies the certificate of the name.
 */
public final class SocketHttpExchange implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final Duration deadline;
    private final int maxBody;
    private final SSLSocketFactory encryption;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "outbound-deadline");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Creates an exchange.
     *
     * @param deadline the longest time of a request with its response
     * @param maxBody the maximum size of a response's body
     */
    public SocketHttpExchange(Duration deadline, int maxBody) {
        this(deadline, maxBody, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /**
     * Creates an exchange that trusts other certificates than those of the JDK.
     *
     * @param encryption creates encrypted connections
     */
    public SocketHttpExchange(Duration deadline, int maxBody, SSLSocketFactory encryption) {
        this.deadline = deadline;
        this.maxBody = maxBody;
        this.encryption = encryption;
    }

    /**
     * Sends a request and reads the response.
     *
     * @throws OutboundFailedException if there is no response within the deadline
     */
    public OutboundResponse send(
            String method, HttpTarget target, InetAddress address, Map<String, String> headers, byte[] body) {
        return connect(target, address, socket -> {
            write(socket, method, target, headers, body);
            return new HttpResponseReader(new BufferedInputStream(socket.getInputStream()), maxBody).read();
        });
    }

    /** What is done with a connection. */
    @FunctionalInterface
    public interface SocketAction<T> {

        /** Runs until the connection is no longer needed. */
        T run(Socket socket) throws IOException;
    }

    /** As {@link #connect(HttpTarget, InetAddress, Duration, SocketAction)}, within the deadline of a request. */
    public <T> T connect(HttpTarget target, InetAddress address, SocketAction<T> action) {
        return connect(target, address, deadline, action);
    }

    /**
     * Connects, and closes the connection after the action, or when the time is over.
     *
     * @param time the longest time
     * @throws OutboundFailedException if the connection fails
     */
    public <T> T connect(HttpTarget target, InetAddress address, Duration time, SocketAction<T> action) {
        try (var plain = new Socket()) {
            var expiry = timer.schedule(() -> close(plain), time.toMillis(), TimeUnit.MILLISECONDS);
            try {
                plain.connect(new InetSocketAddress(address, target.port()), (int) CONNECT_TIMEOUT.toMillis());
                plain.setSoTimeout((int) time.toMillis());
                // A small write must not wait until the peer acknowledges the one before, some 40 ms later.
                plain.setTcpNoDelay(true);
                try (var socket = target.secure() ? secured(plain, target) : plain) {
                    return action.run(socket);
                }
            } finally {
                expiry.cancel(false);
            }
        } catch (IOException e) {
            throw new OutboundFailedException("%s did not answer: %s."
                    .formatted(target.host(), e.getClass().getSimpleName()));
        }
    }

    /** Writes a request. */
    public static void write(Socket socket, String method, HttpTarget target, Map<String, String> headers, byte[] body)
            throws IOException {
        var out = socket.getOutputStream();
        out.write(head(method, target, headers, body).getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** Encrypts a connection, and verifies the certificate of the target's name. */
    public SSLSocket secured(Socket plain, HttpTarget target) throws IOException {
        var socket = (SSLSocket) encryption.createSocket(plain, target.hostToResolve(), target.port(), true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static String head(String method, HttpTarget target, Map<String, String> headers, byte[] body) {
        var all = new LinkedHashMap<String, String>();
        all.put("Host", target.hostHeader());
        all.put("User-Agent", "Rapport");
        all.put("Accept-Encoding", "identity");
        all.put("Connection", "close");
        if (!method.equals("GET")) {
            all.put("Content-Length", Integer.toString(body.length));
        }
        all.putAll(headers);
        var head = new StringBuilder(method + " " + target.path() + " HTTP/1.1\r\n");
        all.forEach((name, value) -> head.append(requireLine(name))
                .append(": ")
                .append(requireLine(value))
                .append("\r\n"));
        return head.append("\r\n").toString();
    }

    private static String requireLine(String text) {
        if (text.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new OutboundFailedException("A header of the request has a character that cannot be sent.");
        }
        return text;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
