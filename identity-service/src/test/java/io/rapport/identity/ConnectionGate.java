package io.rapport.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A TCP proxy to the store that refuses connections until it is opened. */
final class ConnectionGate implements AutoCloseable {

    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final InetSocketAddress store;
    private volatile boolean isOpen;

    ConnectionGate(InetSocketAddress store) throws IOException {
        this.store = store;
        startThread(this::accept);
    }

    String uri() {
        return "mongodb://" + entrance.getInetAddress().getHostAddress() + ":" + entrance.getLocalPort()
                + "/?serverSelectionTimeoutMS=500";
    }

    void open() {
        isOpen = true;
    }

    @Override
    public void close() {
        try {
            entrance.close();
            for (var socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                var client = entrance.accept();
                sockets.add(client);
                if (isOpen) {
                    var server = new Socket(store.getAddress(), store.getPort());
                    client.setTcpNoDelay(true);
                    server.setTcpNoDelay(true);
                    sockets.add(server);
                    startThread(() -> forward(client, server));
                    startThread(() -> forward(server, client));
                } else {
                    client.close();
                }
            }
        } catch (IOException e) {
            if (!entrance.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void forward(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One side closed the connection; the other is closed as well.
            return;
        }
    }

    private static void startThread(Runnable work) {
        var thread = new Thread(work, "tap");
        thread.setDaemon(true);
        thread.start();
    }
}
