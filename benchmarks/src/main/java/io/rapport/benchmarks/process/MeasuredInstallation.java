package io.rapport.benchmarks.process;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Broker, store and services, each in its own process. */
public final class MeasuredInstallation implements AutoCloseable {

    /** The administrator's token. */
    public static final String TOKEN = "benchmark-administrator-token-of-no-use-elsewhere";

    private final List<MeasuredProcess> processes = new ArrayList<>();
    private final int broker = freePort();
    private final Map<String, Integer> ports = new LinkedHashMap<>();

    /** Starts broker, store and the named services, with their data in a folder, and returns when they are ready. */
    public static MeasuredInstallation start(Path folder, HttpClient http, List<String> services)
            throws IOException, InterruptedException {
        return start(folder, http, services, null);
    }

    /**
     * As {@link #start(Path, HttpClient, List)}, on a MongoDB.
     *
     * @param store its URI; null to start a store in memory
     */
    public static MeasuredInstallation start(
            Path folder, HttpClient http, List<String> services, @Nullable String store)
            throws IOException, InterruptedException {
        var installation = new MeasuredInstallation();
        try {
            for (var service : services) {
                installation.ports.put(service, freePort());
            }
            installation.startAll(folder, http, store);
            return installation;
        } catch (IOException | InterruptedException | RuntimeException e) {
            installation.close();
            throw e;
        }
    }

    private MeasuredInstallation() throws IOException {}

    private void startAll(Path folder, HttpClient http, @Nullable String store)
            throws IOException, InterruptedException {
        var port = freePort();
        processes.add(startHost(
                "broker",
                folder,
                List.of(String.valueOf(broker), folder.resolve("kafka").toString())));
        if (store == null) {
            processes.add(startHost("store", folder, List.of(String.valueOf(port))));
        }
        var environment = Map.of(
                "RAPPORT_KAFKA",
                bootstrap(),
                "RAPPORT_MONGODB_URI",
                store == null ? "mongodb://127.0.0.1:" + port : store,
                "RAPPORT_ADMIN_TOKEN",
                TOKEN,
                "RAPPORT_EMAIL_HASH_KEY",
                TOKEN,
                "RAPPORT_SECRETS_KEY",
                TOKEN,
                "RAPPORT_TOPICS_PARTITIONS",
                "4",
                "RAPPORT_STREAMS_STATE_DIR",
                folder.resolve("streams").toString());
        for (var service : ports.entrySet()) {
            var name = service.getKey();
            processes.add(MeasuredProcess.start(
                    name, folder, List.of("-jar", jar(name)), withPort(environment, service.getValue())));
        }
        for (var service : ports.keySet()) {
            process(service).awaitHttpOk(http, health(service, "readiness"));
        }
    }

    /** A process by its name. */
    public MeasuredProcess process(String name) {
        return processes.stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No process is named " + name));
    }

    /** The address of a health group of a service, {@code liveness} or {@code readiness}. */
    public URI health(String service, String group) {
        return URI.create("http://127.0.0.1:" + ports.get(service) + "/actuator/health/" + group);
    }

    /** The address of the metrics of a service. */
    public URI metrics(String service) {
        return URI.create("http://127.0.0.1:" + ports.get(service) + "/actuator/prometheus");
    }

    public List<MeasuredProcess> processes() {
        return processes;
    }

    public String bootstrap() {
        return "127.0.0.1:" + broker;
    }

    /** The URI of a brand on ingest. */
    public URI brand(String brand, String path) {
        return brand("ingest", brand, path);
    }

    /** The URI of a path on ingest. */
    public URI ingest(String path) {
        return URI.create("http://127.0.0.1:" + ports.get("ingest") + path);
    }

    /** The URI of a brand on a service. */
    public URI brand(String service, String brand, String path) {
        return URI.create("http://127.0.0.1:" + ports.get(service) + "/v1/agencies/bench/brands/" + brand + path);
    }

    @Override
    public void close() {
        for (var i = processes.size() - 1; i >= 0; i--) {
            processes.get(i).close();
        }
    }

    /** Starts a {@link ProcessHost}. */
    public static MeasuredProcess startHost(String role, Path folder, List<String> hostArguments) throws IOException {
        var arguments = new ArrayList<>(
                List.of("-cp", System.getProperty("java.class.path"), ProcessHost.class.getName(), role));
        arguments.addAll(hostArguments);
        return MeasuredProcess.start(role, folder, arguments, Map.of());
    }

    private static Map<String, String> withPort(Map<String, String> environment, int port) {
        var all = new HashMap<>(environment);
        all.put("PORT", String.valueOf(port));
        return all;
    }

    /** The path of the jar of a service. */
    public static String jar(String service) throws IOException {
        var target = Path.of(service + "-service", "target");
        try (var files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Build first: ./mvnw -DskipTests package"))
                    .toString();
        }
    }

    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
