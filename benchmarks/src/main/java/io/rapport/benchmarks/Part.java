package io.rapport.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One process of the pipeline under measurement. */
final class Part implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String name;
    private final Process process;
    private Duration before = Duration.ZERO;

    private Part(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    /** Starts a JVM with the given arguments; what it prints goes to {@code <name>.log} in the folder. */
    static Part start(String name, Path folder, List<String> arguments, Map<String, String> environment)
            throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseParallelGC",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        builder.environment().putAll(environment);
        return new Part(name, builder.start());
    }

    String name() {
        return name;
    }

    /** Waits until the address answers 200. */
    void awaitAnswer(HttpClient http, URI address) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(http, address)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException(name + " did not become ready: see its log");
            }
            Thread.sleep(200);
        }
    }

    private static boolean answers(HttpClient http, URI address) throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Begins to count CPU time anew. */
    void mark() {
        before = cpu();
    }

    /** CPU time since the mark, of all threads. */
    Duration sinceMark() {
        return cpu().minus(before);
    }

    private Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
