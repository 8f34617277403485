package io.rapport.ingest.pull.http;

import io.rapport.ingest.domain.source.FetchFailedException;
import io.rapport.ingest.domain.source.HttpFetcher.MessageReader;
import io.rapport.web.outbound.HttpResponseReader;
import io.rapport.web.outbound.HttpTarget;
import io.rapport.web.outbound.OutboundResponse;
import io.rapport.web.outbound.SocketHttpExchange;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the text messages of a WebSocket (RFC 6455) from one address. The JDK's client resolves names itself, as its HTTP client
 * does; see {@link SocketHttpExchange}.
 */
final class WebSocketExchange {

    static final int SWITCHING_PROTOCOLS = 101;

    private static final String ACCEPT_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int KEY_BYTES = 16;
    /** For connecting, the handshake and the last message. */
    private static final Duration OVERHEAD = Duration.ofSeconds(15);

    private final SocketHttpExchange sockets;
    private final int maxMessage;
    private final SecureRandom random = new SecureRandom();

    WebSocketExchange(SocketHttpExchange sockets, int maxMessage) {
        this.sockets = sockets;
        this.maxMessage = maxMessage;
    }

    /**
     * Connects and reads messages until the reader wants no more, the time is over, or the connection ends after a message.
     *
     * @return the head of the response: nothing is read unless its status is 101
     * @throws FetchFailedException if the connection fails before the first message
     */
    OutboundResponse receive(
            HttpTarget target, InetAddress address, Map<String, String> headers, Duration time, MessageReader reader) {
        return sockets.connect(target, address, time.plus(OVERHEAD), socket -> {
            var key = Base64.getEncoder().encodeToString(bytes());
            SocketHttpExchange.write(socket, "GET", target, upgrade(headers, key), new byte[0]);
            var input = new BufferedInputStream(socket.getInputStream());
            var head = new HttpResponseReader(input, maxMessage).readHead();
            if (head.status() == SWITCHING_PROTOCOLS) {
                requireAccepted(head, key);
                read(socket, new WebSocketFrames(input, socket.getOutputStream(), maxMessage, random), time, reader);
            }
            return head;
        });
    }

    private static void read(Socket socket, WebSocketFrames frames, Duration time, MessageReader reader)
            throws IOException {
        var end = System.nanoTime() + time.toNanos();
        var any = false;
        try {
            for (var left = time; left.toMillis() > 0; left = Duration.ofNanos(end - System.nanoTime())) {
                socket.setSoTimeout((int) left.toMillis());
                var message = frames.read();
                if (message == null) {
                    requireAny(any);
                    return;
                }
                any = true;
                if (!reader.read(message)) {
                    break;
                }
            }
        } catch (SocketTimeoutException e) {
            // The time is over: what was read is a page.
        } catch (IOException e) {
            requireAny(any);
            return;
        }
        close(frames);
    }

    private static void requireAny(boolean any) {
        if (!any) {
            throw new FetchFailedException("The platform closed the stream before its first message.");
        }
    }

    /** The page is read: it does not matter whether the server still receives this. */
    private static void close(WebSocketFrames frames) {
        try {
            frames.close();
        } catch (IOException e) {
            // The connection is closed anyway.
        }
    }

    private static Map<String, String> upgrade(Map<String, String> headers, String key) {
        var all = new LinkedHashMap<>(headers);
        all.put("Connection", "Upgrade");
        all.put("Upgrade", "websocket");
        all.put("Sec-WebSocket-Key", key);
        all.put("Sec-WebSocket-Version", "13");
        return all;
    }

    private static void requireAccepted(OutboundResponse head, String key) {
        if (head.header("sec-websocket-accept").filter(accept(key)::equals).isEmpty()) {
            throw new FetchFailedException("The platform's answer is not that of a WebSocket.");
        }
    }

    private static String accept(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-1")
                    .digest((key + ACCEPT_SUFFIX).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-1", e);
        }
    }

    private byte[] bytes() {
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }
}
