package io.rapport.web.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends requests that an HTTP client refuses to send. */
record RawHttpClient(int port) {

    /** Writes the body of a request. */
    @FunctionalInterface
    interface BodyWriter {
        void write(OutputStream out) throws IOException;
    }

    String get(String target, String token) {
        return send("GET " + target + " HTTP/1.1\r\nAuthorization: Bearer " + token + "\r\n", out -> {});
    }

    /** Sends a chunked body until all is written or the connection is closed, and returns the response. */
    String send(String head, BodyWriter body) {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write((head + "Host: localhost\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            try {
                body.write(out);
            } catch (IOException e) {
                // The response may be there although not all was read.
            }
            return read(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
