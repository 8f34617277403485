package io.rapport.ingest.domain.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Sends requests to platforms. Only public addresses are reached, also after a redirect; bodies are limited in size. A 429
 * and a 5xx are failures with the Retry-After of the response.
 */
public interface HttpFetcher {

    /**
     * Sends a GET request.
     *
     * @param headers of the request; those that authenticate are not sent to another host after a redirect
     * @throws FetchFailedException if the address is not allowed, or there is no usable response
     */
    HttpContent get(URI uri, Map<String, String> headers);

    /**
     * Sends a POST request; redirects are not followed.
     *
     * @throws FetchFailedException if the address is not allowed, or there is no usable response
     */
    HttpContent post(URI uri, Map<String, String> headers, byte[] body);

    /**
     * Connects to a WebSocket and reads its text messages. Returns when the reader wants no more, when the time is over, and
     * when the connection is cut after at least one message: the next page connects again.
     *
     * @param uri a {@code ws} or {@code wss} address; redirects are not followed
     * @param time how long messages are read
     * @throws FetchFailedException if the address is not allowed, or the connection fails before the first message
     */
    default void receive(URI uri, Map<String, String> headers, Duration time, MessageReader reader) {
        throw new FetchFailedException("Streams are not available here.");
    }

    /**
     * Connects to a mail server, encrypted at once ({@code imaps}) or not yet ({@code imap}), and exchanges bytes with it.
     *
     * @throws FetchFailedException if the address is not allowed, or the connection fails or is cut
     */
    default void connect(URI uri, ByteDialogue dialogue) {
        throw new FetchFailedException("Mail servers are not available here.");
    }

    /** Exchanges bytes with a server. */
    @FunctionalInterface
    interface ByteDialogue {

        /** Runs until the dialogue is over. */
        void run(ByteConnection connection) throws IOException;
    }

    /** A connection to a server. */
    interface ByteConnection {

        /** What the server sends. */
        InputStream input() throws IOException;

        /** What is sent to the server. */
        OutputStream output() throws IOException;

        /** Whether the connection is encrypted, with a certificate of the server's name. */
        boolean isEncrypted();

        /** Encrypts the connection (STARTTLS); input and output are others from then on. */
        void encrypt() throws IOException;
    }

    /** Reads the messages of a stream one after the other. */
    @FunctionalInterface
    interface MessageReader {

        /** Reads a message; returns whether it wants more. */
        boolean read(String message);
    }
}
