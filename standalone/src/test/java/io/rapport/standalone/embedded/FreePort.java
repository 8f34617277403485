package io.rapport.standalone.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** A free port below the ephemeral range, so that no other process gets it by chance before it is bound. */
public final class FreePort {

    private FreePort() {}

    /** A free port on loopback. */
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
        } catch (IOException inUse) {
            return false;
        }
    }
}
