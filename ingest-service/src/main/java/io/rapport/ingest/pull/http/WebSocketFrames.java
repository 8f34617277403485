package io.rapport.ingest.pull.http;

import io.rapport.ingest.domain.source.FetchFailedException;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** The frames of one WebSocket connection (RFC 6455, 5), as its client reads and writes them. Answers pings. */
final class WebSocketFrames {

    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int FINAL = 0x80;
    private static final int RESERVED = 0x70;
    private static final int MASKED = 0x80;
    private static final int LENGTH_16 = 126;
    private static final int LENGTH_64 = 127;
    private static final int MAX_CONTROL = 125;
    private static final int MASK_BYTES = 4;

    private final DataInputStream input;
    private final OutputStream output;
    private final int maxMessage;
    private final SecureRandom random;

    /**
     * Creates the frames of a connection that has switched protocols.
     *
     * @param maxMessage the maximum size of a message in bytes
     */
    WebSocketFrames(InputStream input, OutputStream output, int maxMessage, SecureRandom random) {
        this.input = new DataInputStream(input);
        this.output = output;
        this.maxMessage = maxMessage;
        this.random = random;
    }

    /**
     * Reads the next text message; binary ones are skipped.
     *
     * @return null when the server closes the connection
     * @throws IOException if the connection is cut
     * @throws FetchFailedException if the server does not follow the protocol
     */
    @Nullable
    String read() throws IOException {
        var message = new ByteArrayOutputStream();
        var type = CONTINUATION;
        while (true) {
            var first = input.readUnsignedByte();
            var code = first & 0x0F;
            var payload = payload(code, maxMessage - message.size());
            if ((first & RESERVED) != 0 || isControl(code) && (first & FINAL) == 0) {
                throw malformed();
            }
            if (code == CLOSE) {
                write(CLOSE, payload);
                return null;
            } else if (code == PING) {
                write(PONG, payload);
            } else if (code != PONG) {
                type = type(type, code);
                message.write(payload);
                if ((first & FINAL) != 0) {
                    if (type == TEXT) {
                        return message.toString(StandardCharsets.UTF_8);
                    }
                    message.reset();
                    type = CONTINUATION;
                }
            }
        }
    }

    /** Sends that no more messages are read. */
    void close() throws IOException {
        write(CLOSE, new byte[0]);
    }

    /** A message begins with its type, and only a message that has begun is continued. */
    private static int type(int before, int code) {
        var begins = code == TEXT || code == BINARY;
        if (begins != (before == CONTINUATION) || !begins && code != CONTINUATION) {
            throw malformed();
        }
        return begins ? code : before;
    }

    private byte[] payload(int code, int most) throws IOException {
        var second = input.readUnsignedByte();
        var length =
                switch (second & ~MASKED) {
                    case LENGTH_16 -> input.readUnsignedShort();
                    case LENGTH_64 -> input.readLong();
                    default -> (long) (second & ~MASKED);
                };
        if ((second & MASKED) != 0 || isControl(code) && length > MAX_CONTROL) {
            throw malformed();
        }
        if (length < 0 || length > most) {
            throw new FetchFailedException("A message of the stream is larger than %d bytes.".formatted(maxMessage));
        }
        var payload = input.readNBytes((int) length);
        if (payload.length < length) {
            throw new EOFException("The stream ends in a message");
        }
        return payload;
    }

    /** Frames of a client are masked. */
    private void write(int code, byte[] payload) throws IOException {
        var mask = new byte[MASK_BYTES];
        random.nextBytes(mask);
        var frame = new ByteArrayOutputStream();
        frame.write(FINAL | code);
        frame.write(MASKED | payload.length);
        frame.write(mask);
        for (var i = 0; i < payload.length; i++) {
            frame.write(payload[i] ^ mask[i % MASK_BYTES]);
        }
        output.write(frame.toByteArray());
        output.flush();
    }

    private static boolean isControl(int code) {
        return code >= CLOSE;
    }

    private static FetchFailedException malformed() {
        return new FetchFailedException("The platform's stream does not follow the WebSocket protocol.");
    }
}
