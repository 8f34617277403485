package io.rapport.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The loopback ports of one standalone. */
record Ports(int report, int ingest, int identity, int scoring, int kafka, int controller, int mongo) {

    private static final int HIGHEST_BASE = 65_535 - 17;

    /** The ports counted from a base, or seven free ones when it is 0. */
    static Ports from(int base) {
        if (base == 0) {
            return free();
        }
        if (base < 1024 || base > HIGHEST_BASE) {
            throw new CannotStart(
                    "--port-base " + base + " is out of range: choose one from 1024 to " + HIGHEST_BASE + ".");
        }
        return new Ports(base, base + 1, base + 2, base + 3, base + 12, base + 13, base + 17);
    }

    /** Fails with the first port that something else listens on. */
    void requireFree() {
        named().forEach((who, port) -> {
            try {
                listen(port).close();
            } catch (IOException e) {
                throw new CannotStart(inUse(port, who), e);
            }
        });
    }

    static String inUse(int port, String who) {
        return "Port " + port + " (" + who
                + ") is in use: stop what listens there, or choose other ports with --port-base.";
    }

    private Map<String, Integer> named() {
        var named = new LinkedHashMap<String, Integer>();
        named.put("report", report);
        named.put("ingest", ingest);
        named.put("identity", identity);
        named.put("scoring", scoring);
        named.put("Kafka", kafka);
        named.put("Kafka's controller", controller);
        named.put("MongoDB", mongo);
        return named;
    }

    private static Ports free() {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (var i = 0; i < 7; i++) {
                sockets.add(listen(0));
            }
            var free = sockets.stream().map(ServerSocket::getLocalPort).toList();
            return new Ports(free.get(0), free.get(1), free.get(2), free.get(3), free.get(4), free.get(5), free.get(6));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            closeAll(sockets);
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        var socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 1);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static void closeAll(List<ServerSocket> sockets) {
        for (var socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
