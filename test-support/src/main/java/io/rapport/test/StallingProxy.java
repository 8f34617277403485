package io.rapport.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A TCP proxy to a server that can be stalled: connections stay open and new ones are accepted, but nothing is forwarded. To
 * a client this is the same as a server whose process is stopped by SIGSTOP.
 */
public final class StallingProxy implements AutoCloseable {

    private static final int BUFFER = 16 << 10;

    private final ServerSocket entrance;
    private final InetSocketAddress server;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition resumed = lock.newCondition();
    private boolean stalled;

    /** A proxy to a server on this machine. */
    public StallingProxy(int port) {
        try {
            this.entrance = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        startThread(this::accept);
    }

    /** The port to connect to. */
    public int port() {
        return entrance.getLocalPort();
    }

    /** Stops forwarding. */
    public void stall() {
        set(true);
    }

    /** Continues to forward. */
    public void resume() {
        set(false);
    }

    @Override
    public void close() {
        resume();
        close(entrance);
        sockets.forEach(StallingProxy::close);
    }

    private void set(boolean value) {
        lock.lock();
        try {
            stalled = value;
            resumed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        try {
            while (!entrance.isClosed()) {
                var client = entrance.accept();
                client.setTcpNoDelay(true);
                sockets.add(client);
                startThread(() -> connect(client));
            }
        } catch (IOException e) {
            close(entrance);
        }
    }

    private void connect(Socket client) {
        try {
            awaitResumed();
            var target = new Socket(server.getAddress(), server.getPort());
            target.setTcpNoDelay(true);
            sockets.add(target);
            startThread(() -> forward(target, client));
            forward(client, target);
        } catch (IOException e) {
            close(client);
        }
    }

    private void forward(Socket from, Socket to) {
        try (from;
                to) {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            var buffer = new byte[BUFFER];
            for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                awaitResumed();
                out.write(buffer, 0, count);
            }
        } catch (IOException e) {
            // One side closed the connection; the other is closed as well.
            return;
        }
    }

    private void awaitResumed() {
        lock.lock();
        try {
            while (stalled) {
                resumed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new IllegalStateException("The socket could not be closed", e);
        }
    }

    private static void startThread(Runnable work) {
        var thread = new Thread(work, "stalling-proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
