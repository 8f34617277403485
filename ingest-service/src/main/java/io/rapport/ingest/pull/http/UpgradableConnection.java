package io.rapport.ingest.pull.http;

import io.rapport.ingest.domain.source.HttpFetcher;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

/** A connection that is encrypted from its begin, or later (STARTTLS). */
final class UpgradableConnection implements HttpFetcher.ByteConnection {

    private final Encryption encryption;
    private Socket socket;

    /** Encrypts a connection, and checks the certificate of the server. */
    @FunctionalInterface
    interface Encryption {
        SSLSocket encrypt(Socket plain) throws IOException;
    }

    UpgradableConnection(Socket socket, Encryption encryption) {
        this.socket = socket;
        this.encryption = encryption;
    }

    @Override
    public InputStream input() throws IOException {
        return socket.getInputStream();
    }

    @Override
    public OutputStream output() throws IOException {
        return socket.getOutputStream();
    }

    @Override
    public boolean isEncrypted() {
        return socket instanceof SSLSocket;
    }

    @Override
    public void encrypt() throws IOException {
        socket = encryption.encrypt(socket);
    }
}
