package io.rapport.standalone.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The loopback ports of one standalone. */
record LoopbackPorts(int report, int ingest, int identity, int scoring, int kafka, int controller, int mongo) {

    private static final int HIGHEST_BASE = 65_535 - 17;
    private static final int MOST_ATTEMPTS = 1000;

    /** The ports counted from a base, or from one of which all are free when it is 0. */
    static LoopbackPorts from(int base) {
        if (base == 0) {
            return free();
        }
        if (base < 1024 || base > HIGHEST_BASE) {
            throw new StartupException(
                    "--port-base " + base + " is out of range: choose one from 1024 to " + HIGHEST_BASE + ".");
        }
        return new LoopbackPorts(base, base + 1, base + 2, base + 3, base + 12, base + 13, base + 17);
    }

    /** Fails with the first port that something else listens on. */
    void requireFree() {
        taken().ifPresent(each -> {
            throw new StartupException(inUse(each.getValue(), each.getKey()));
        });
    }

    private Optional<Map.Entry<String, Integer>> taken() {
        return named().entrySet().stream()
                .filter(each -> !isFree(each.getValue()))
                .findFirst();
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

    /** Where no system gives ports away by itself: nobody takes them by chance before they are listened on. */
    private static LoopbackPorts free() {
        return ThreadLocalRandom.current()
                .ints(MOST_ATTEMPTS, 10_000, 32_000)
                .mapToObj(LoopbackPorts::from)
                .filter(ports -> ports.taken().isEmpty())
                .findFirst()
                .orElseThrow(() -> new StartupException("No free ports were found: choose some with --port-base."));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
