package io.rapport.ingest.pull.http;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A WebSocket server on the loopback address. It sends the messages that belong to the path of a request, and closes. After a set
 * number of messages it cuts the connection within the next one.
 */
public final class StreamPeer implements AutoCloseable {

    private static final String ACCEPT_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    /** The paths of the requests, with their queries. */
    public final List<String> requests = new CopyOnWriteArrayList<>();

    /** After how many messages the next connection is cut; negative for never. */
    public final AtomicInteger cutAfter = new AtomicInteger(-1);

    private final ServerSocket server;
    private final Function<String, List<String>> messages;

    /** Starts a server with the messages for the path of a request. */
    public StreamPeer(Function<String, List<String>> messages) {
        this.messages = messages;
        try {
            this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var thread = new Thread(this::serve, "stream-peer");
        thread.setDaemon(true);
        thread.start();
    }

    /** The address, such as {@code ws://127.0.0.1:1234}. */
    public String address() {
        return "ws://127.0.0.1:" + server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** Writes a frame of a server. */
    static void frame(ByteArrayOutputStream out, int first, byte[] payload) {
        out.write(first);
        if (payload.length < 126) {
            out.write(payload.length);
        } else if (payload.length < 1 << 16) {
            out.write(126);
            out.write(payload.length >> 8);
            out.write(payload.length);
        } else {
            out.write(127);
            out.writeBytes(new byte[] {0, 0, 0, 0});
            for (var shift = 24; shift >= 0; shift -= 8) {
                out.write(payload.length >> shift);
            }
        }
        out.writeBytes(payload);
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                answer(socket);
            } catch (IOException e) {
                // The client has gone, or the server is closed.
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        var path = reader.readLine().split(" ")[1];
        requests.add(path);
        var key = "";
        for (var line = reader.readLine(); !line.isEmpty(); line = reader.readLine()) {
            if (line.startsWith("Sec-WebSocket-Key: ")) {
                key = line.substring("Sec-WebSocket-Key: ".length());
            }
        }
        var out = socket.getOutputStream();
        out.write(
                ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                                + accept(key) + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        send(out, messages.apply(path), cutAfter.getAndSet(-1));
    }

    private static void send(OutputStream out, List<String> all, int cutAfter) throws IOException {
        var sent = 0;
        for (var message : all) {
            var frame = new ByteArrayOutputStream();
            frame(frame, 0x81, message.getBytes(StandardCharsets.UTF_8));
            if (sent++ == cutAfter) {
                out.write(Arrays.copyOf(frame.toByteArray(), frame.size() / 2));
                return;
            }
            out.write(frame.toByteArray());
        }
        var close = new ByteArrayOutputStream();
        frame(close, 0x88, new byte[0]);
        out.write(close.toByteArray());
    }

    private static String accept(String key) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1")
                            .digest((key + ACCEPT_SUFFIX).getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
