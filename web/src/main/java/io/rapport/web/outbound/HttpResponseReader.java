package io.rapport.web.outbound;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads one HTTP/1.1 response (RFC 9112) with limits on its lines, headers and body. */
public final class HttpResponseReader {

    private static final int MAX_LINE = 16 << 10;
    private static final int MAX_HEADERS = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final InputStream input;
    private final int maxBody;

    /**
     * Creates a reader.
     *
     * @param maxBody the maximum size of the body
     */
    public HttpResponseReader(InputStream input, int maxBody) {
        this.input = input;
        this.maxBody = maxBody;
    }

    /**
     * Reads the response; informational ones are skipped.
     *
     * @throws OutboundFailedException if it is no HTTP, or exceeds a limit
     */
    public OutboundResponse read() throws IOException {
        var status = status();
        var headers = headers();
        while (status >= 100 && status < 200) {
            status = status();
            headers = headers();
        }
        return new OutboundResponse(
                status, headers, status == NO_CONTENT || status == NOT_MODIFIED ? new byte[0] : body(headers));
    }

    /**
     * Reads the status and headers of the response to a request to switch protocols.
     *
     * @throws OutboundFailedException if it is no HTTP, or exceeds a limit
     */
    public OutboundResponse readHead() throws IOException {
        return new OutboundResponse(status(), headers(), new byte[0]);
    }

    private int status() throws IOException {
        var line = line();
        var parts = line.split(" ", 3);
        if (!line.startsWith("HTTP/1.") || parts.length < 2 || !parts[1].matches("[1-5][0-9]{2}")) {
            throw malformed();
        }
        return Integer.parseInt(parts[1]);
    }

    private Map<String, List<String>> headers() throws IOException {
        var headers = new HashMap<String, List<String>>();
        var count = 0;
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            if (colon <= 0 || ++count > MAX_HEADERS) {
                throw malformed();
            }
            headers.computeIfAbsent(line.substring(0, colon).strip().toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] body(Map<String, List<String>> headers) throws IOException {
        var encoding = headers.getOrDefault("transfer-encoding", List.of());
        var out = new ByteArrayOutputStream();
        if (!encoding.isEmpty()) {
            if (!encoding.get(0).equalsIgnoreCase("chunked")) {
                throw malformed();
            }
            readChunks(out);
        } else if (headers.containsKey("content-length")) {
            copy(length(headers.get("content-length").get(0), 10), out);
        } else {
            copyToEnd(out);
        }
        return out.toByteArray();
    }

    private void readChunks(ByteArrayOutputStream out) throws IOException {
        for (var size = chunkSize(); size > 0; size = chunkSize()) {
            copy(size, out);
            if (!line().isEmpty()) {
                throw malformed();
            }
        }
        headers();
    }

    private long chunkSize() throws IOException {
        return length(line().split(";", 2)[0].strip(), 16);
    }

    private static long length(String text, int radix) {
        try {
            var length = Long.parseLong(text, radix);
            if (length >= 0) {
                return length;
            }
        } catch (NumberFormatException e) {
            // Reported below.
        }
        throw malformed();
    }

    private void copy(long length, ByteArrayOutputStream out) throws IOException {
        requireSpace(length, out);
        var bytes = input.readNBytes((int) length);
        if (bytes.length < length) {
            throw new EOFException("The response ends early");
        }
        out.write(bytes);
    }

    private void copyToEnd(ByteArrayOutputStream out) throws IOException {
        var buffer = new byte[8192];
        for (var some = input.read(buffer); some >= 0; some = input.read(buffer)) {
            requireSpace(some, out);
            out.write(buffer, 0, some);
        }
    }

    private void requireSpace(long more, ByteArrayOutputStream out) {
        if (out.size() + more > maxBody) {
            throw new OutboundFailedException("The server's response is larger than %d bytes.".formatted(maxBody));
        }
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream(80);
        for (var next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new EOFException("The response ends early");
            }
            if (line.size() >= MAX_LINE) {
                throw malformed();
            }
            line.write(next);
        }
        var text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private static OutboundFailedException malformed() {
        return new OutboundFailedException("The server's response is not valid HTTP.");
    }
}
