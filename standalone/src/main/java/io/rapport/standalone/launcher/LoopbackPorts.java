package io.rapport.standalone.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The loopback ports of an installation; the gateway has the one address of all services. */
record LoopbackPorts(
        int gateway, int ingest, int identity, int scoring, int report, int kafka, int controller, int mongo) {

    private static final int HIGHEST_BASE = 65_535 - 17;
    private static final int MAX_ATTEMPTS = 1000;

    /** The ports from a base on, or free ports for 0. */
    static LoopbackPorts from(int base) {
        if (base == 0) {
            return free();
        }
        if (base < 1024 || base > HIGHEST_BASE) {
            throw new StartupException(
                    "--port-base " + base + " is out of range: choose one from 1024 to " + HIGHEST_BASE + ".");
        }
        return new LoopbackPorts(base, base + 1, base + 2, base + 3, base + 4, base + 12, base + 13, base + 17);
    }

    /** Fails if a port is in use. */
    void requireFree() {
        firstInUse().ifPresent(each -> {
            throw new StartupException(inUse(each.getValue(), each.getKey()));
        });
    }

    private Optional<Map.Entry<String, Integer>> firstInUse() {
        return byName().entrySet().stream()
                .filter(each -> !isFree(each.getValue()))
                .findFirst();
    }

    static String inUse(int port, String name) {
        return "Port " + port + " (" + name
                + ") is in use: stop the process that uses it, or choose other ports with --port-base.";
    }

    private Map<String, Integer> byName() {
        var byName = new LinkedHashMap<String, Integer>();
        byName.put("gateway", gateway);
        byName.put("ingest", ingest);
        byName.put("identity", identity);
        byName.put("scoring", scoring);
        byName.put("report", report);
        byName.put("Kafka", kafka);
        byName.put("Kafka's controller", controller);
        byName.put("MongoDB", mongo);
        return byName;
    }

    /** Random free ports below the ephemeral range, so that no other process gets them by chance before they are bound. */
    private static LoopbackPorts free() {
        return ThreadLocalRandom.current()
                .ints(MAX_ATTEMPTS, 10_000, 32_000)
                .mapToObj(LoopbackPorts::from)
                .filter(ports -> ports.firstInUse().isEmpty())
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
