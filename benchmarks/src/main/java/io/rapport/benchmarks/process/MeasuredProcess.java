package io.rapport.benchmarks.process;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** A measured process. */
public final class MeasuredProcess implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    /** The message of a {@link ProcessHost} that is ready, after its name. */
    public static final String READY = " is ready";

    private final String name;
    private final ProcessBuilder builder;
    private final Path log;
    private Process process;
    private Duration cpuBefore = Duration.ZERO;

    private MeasuredProcess(String name, ProcessBuilder builder, Path log) throws IOException {
        this.name = name;
        this.builder = builder;
        this.log = log;
        this.process = builder.start();
    }

    /** Starts a JVM with the given arguments; its output is written to {@code <name>.log} in the folder. */
    public static MeasuredProcess start(
            String name, Path folder, List<String> arguments, Map<String, String> environment) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseParallelGC",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(arguments);
        var log = folder.resolve(name + ".log");
        var builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return new MeasuredProcess(name, builder, log);
    }

    public String name() {
        return name;
    }

    /** Waits until the address responds with 200. */
    public void awaitHttpOk(HttpClient http, URI address) throws InterruptedException {
        var deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (!respondsOk(http, address)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException(name + " did not become ready: see its log");
            }
            Thread.sleep(200);
        }
    }

    private static boolean respondsOk(HttpClient http, URI address) throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Waits without a timeout until the log contains the ready message. */
    public void awaitReady() throws IOException, InterruptedException {
        while (!Files.readString(log).contains(name + READY)) {
            if (!process.isAlive()) {
                throw new IllegalStateException(name + " ended before it was ready: see " + log);
            }
            Thread.sleep(50);
        }
    }

    /** Closes the standard input of the process, and waits until it has exited. */
    public void shutDown() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor();
    }

    /** Ends the process with SIGKILL and starts it again with the same arguments. */
    public void killAndRestart() throws IOException, InterruptedException {
        kill();
        restart();
    }

    /** Ends the process with SIGKILL. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Starts the process again with the same arguments. */
    public void restart() throws IOException {
        process = builder.start();
    }

    /** Stops all threads of the process with SIGSTOP, as a frozen machine would. */
    public void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** Continues after {@link #freeze}. */
    public void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        var exit = new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("kill -" + signal + " of " + name + " failed: exit " + exit);
        }
    }

    /** Starts a new measurement of CPU time. */
    public void startMeasurement() {
        cpuBefore = cpu();
    }

    /** CPU time of all threads since the start of the measurement. */
    public Duration measuredCpu() {
        return cpu().minus(cpuBefore);
    }

    /** The peak resident memory; 0 where the system does not report it. */
    public long peakBytes() throws IOException {
        return statusBytes("VmHWM:");
    }

    /** The resident memory; 0 where the system does not report it. */
    public long residentBytes() throws IOException {
        return statusBytes("VmRSS:");
    }

    /** The heap in use at the end of a full collection, which this call starts in the process. */
    @SuppressWarnings("BanJNDI") // The connection is to a process of this benchmark.
    public long liveBytes() throws IOException {
        try {
            var machine = VirtualMachine.attach(String.valueOf(process.pid()));
            var address = new JMXServiceURL(machine.startLocalManagementAgent());
            machine.detach();
            try (var connector = JMXConnectorFactory.connect(address)) {
                var beans = connector.getMBeanServerConnection();
                ManagementFactory.getPlatformMXBean(beans, MemoryMXBean.class).gc();
                // What was allocated after the collection is not counted.
                return ManagementFactory.getPlatformMXBeans(beans, MemoryPoolMXBean.class).stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                        .sum();
            }
        } catch (AttachNotSupportedException e) {
            throw new IOException(e);
        }
    }

    private long statusBytes(String name) throws IOException {
        var status = Path.of("/proc", String.valueOf(process.pid()), "status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith(name))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                        .sum()
                : 0;
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
