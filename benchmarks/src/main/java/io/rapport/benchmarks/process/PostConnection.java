package io.rapport.benchmarks.process;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Posts NDJSON to a service, one request at a time, on a connection that is kept alive for as long as the service wants. It costs the sender a
 * few microseconds of CPU a request, so that on a shared machine it is not the sender that is measured. Not thread-safe.
 */
public final class PostConnection implements Closeable {

    private static final String LENGTH = "content-length:";
    private static final String CLOSE = "connection: close";

    private final URI address;
    private Socket socket;
    private InputStream in;
    private boolean closing;

    private PostConnection(URI address) throws IOException {
        this.address = address;
        this.socket = new Socket(address.getHost(), address.getPort());
        this.in = connect();
    }

    /** Opens a connection to the host and port of an address. */
    public static PostConnection open(URI address) throws IOException {
        return new PostConnection(address);
    }

    /**
     * Posts a body as the administrator; returns the body of the response.
     *
     * @throws IllegalStateException if the body is not accepted
     */
    public String post(String path, byte[] body) throws IOException {
        if (closing) {
            socket.close();
            socket = new Socket(address.getHost(), address.getPort());
            in = connect();
        }
        var head = head(path, body.length).getBytes(StandardCharsets.US_ASCII);
        var request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        socket.getOutputStream().write(request);
        return response();
    }

    private InputStream connect() throws IOException {
        closing = false;
        socket.setTcpNoDelay(true);
        return new BufferedInputStream(socket.getInputStream());
    }

    private String head(String path, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nAuthorization: Bearer "
                + MeasuredInstallation.TOKEN + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: " + length
                + "\r\n\r\n";
    }

    private String response() throws IOException {
        var status = line();
        var length = -1;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith(LENGTH)) {
                length = Integer.parseInt(lower.substring(LENGTH.length()).strip());
            }
            closing |= lower.equals(CLOSE);
        }
        var body = new String(length < 0 ? chunks() : in.readNBytes(length), StandardCharsets.UTF_8);
        if (!status.contains(" 202")) {
            throw new IllegalStateException("Answered with " + status + " " + body);
        }
        return body;
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (var size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The service has closed the connection");
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
