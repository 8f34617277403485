package io.rapport.standalone.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** A free port that no system gives away by itself, so that nobody takes it by chance before it is listened on. */
public final class FreePort {

    private FreePort() {}

    /** One on loopback. */
    public static int any() {
        return ThreadLocalRandom.current()
                .ints(10_000, 32_000)
                .filter(FreePort::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
