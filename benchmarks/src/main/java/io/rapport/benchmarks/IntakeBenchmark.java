package io.rapport.benchmarks;

import static io.rapport.benchmarks.BenchmarkOutput.percentile;
import static io.rapport.benchmarks.BenchmarkOutput.print;

import io.rapport.benchmarks.process.MeasuredInstallation;
import io.rapport.benchmarks.process.MeasuredProcess;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Measures ingest alone: the rate and CPU of NDJSON bodies of 500 rows on 4 connections, and of a plain producer that sends the
 * same records with the same settings to the same broker, in turn; the latency of single posts at a constant rate; and the
 * resident memory of ingest while one large body is sent.
 */
final class IntakeBenchmark {

    private static final int ROUNDS = 5;
    private static final int WARM_UP_ROUNDS = 3;
    private static final int WARM_UP_PARTS = 3;

    private final MeasuredInstallation installation;
    private final IntakeLoad load;

    private IntakeBenchmark(MeasuredInstallation installation, IntakeLoad load) {
        this.installation = installation;
        this.load = load;
    }

    /** Arguments {@code [COUNT [SECONDS [MEGABYTES]]]}; the defaults are 200 000, 20 and 2 000. */
    public static void main(String[] arguments) throws Exception {
        var count = argument(arguments, 0, 200_000);
        var folder = Files.createTempDirectory("rapport-benchmark");
        print("logs and data in %s", folder);
        var http = HttpClient.newHttpClient();
        try (var installation = MeasuredInstallation.start(folder, http, List.of("ingest"))) {
            var benchmark = new IntakeBenchmark(installation, new IntakeLoad(installation, http));
            benchmark.measureThroughput(count);
            benchmark.measureSinglePosts(argument(arguments, 1, 20));
            benchmark.measureLargeBody(argument(arguments, 2, 2_000));
        }
        delete(folder);
    }

    /** A rate with the CPU of its client, which is ingest or the plain producer, and of the broker for each record. */
    private record Round(double perSecond, double clientMicros, double brokerMicros) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%,.0f a second (CPU %.1f, broker %.1f µs each)",
                    perSecond,
                    clientMicros,
                    brokerMicros);
        }
    }

    /** Both are warmed up with the same number of records, because the rounds before measure the JIT compiler of the JVM. */
    private void measureThroughput(int count) throws Exception {
        load.register();
        var ratios = new ArrayList<Double>();
        try (var producer = new PlainProducerBaseline(installation.bootstrap())) {
            for (var round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
                var intake = measureIntake("round-" + round, count);
                producer.read(count);
                var plain = measurePlain(producer, count);
                print(
                        "%s: intake %s; plain producer %s; ratio %.3f",
                        round < 0 ? "warm-up" : "round " + (round + 1),
                        intake,
                        plain,
                        intake.perSecond() / plain.perSecond());
                if (round >= 0) {
                    ratios.add(intake.perSecond() / plain.perSecond());
                }
            }
        }
        print(
                "intake reaches %.3f of the plain producer's rate, the median of %d rounds",
                percentile(ratios.stream().sorted().toList(), 50), ROUNDS);
    }

    private Round measureIntake(String run, int count) throws Exception {
        var bodies = load.bodies(run, count);
        var ingest = installation.process("ingest");
        var broker = installation.process("broker");
        List.of(ingest, broker).forEach(MeasuredProcess::startMeasurement);
        var start = System.nanoTime();
        load.sendAll(bodies);
        return round(count, start, ingest.measuredCpu(), broker.measuredCpu());
    }

    private Round measurePlain(PlainProducerBaseline producer, int count) throws InterruptedException {
        var broker = installation.process("broker");
        broker.startMeasurement();
        var before = ownCpu();
        var start = System.nanoTime();
        producer.send();
        return round(count, start, ownCpu().minus(before), broker.measuredCpu());
    }

    /** The last of equal parts is the measurement: those before warm up the connections and the compiled code. */
    private void measureSinglePosts(int seconds) throws Exception {
        for (var part = 0; part <= WARM_UP_PARTS; part++) {
            installation.processes().forEach(MeasuredProcess::startMeasurement);
            var before = ownCpu();
            var millis = load.postSingly(seconds);
            print(
                    "single posts at %,d a second%s: p50 %.1f ms, p99 %.1f ms, maximum %.1f ms; ingest %.0f, broker %.0f, sender %.0f µs of CPU each",
                    SinglePosts.RATE,
                    part < WARM_UP_PARTS ? ", warm-up" : "",
                    percentile(millis, 50),
                    percentile(millis, 99),
                    percentile(millis, 100),
                    micros(installation.process("ingest").measuredCpu(), millis.size()),
                    micros(installation.process("broker").measuredCpu(), millis.size()),
                    micros(ownCpu().minus(before), millis.size()));
        }
    }

    private static double micros(Duration cpu, int count) {
        return cpu.toNanos() / 1e3 / count;
    }

    private void measureLargeBody(int megabytes) throws Exception {
        if (megabytes == 0) {
            return;
        }
        var ingest = installation.process("ingest");
        var memory = new ArrayList<String>();
        ingest.startMeasurement();
        var start = System.nanoTime();
        var rows = load.sendLarge(
                megabytes * 1_000_000L,
                () -> memory.add("%d (%d)".formatted(ingest.liveBytes() >> 20, ingest.residentBytes() >> 20)));
        var seconds = (System.nanoTime() - start) / 1e9;
        print(
                "a body of %,d MB, %,d rows: %,.0f rows a second, ingest %.1f µs of CPU a row",
                megabytes, rows, rows / seconds, micros(ingest.measuredCpu(), rows));
        print("live heap of ingest after a full collection (resident memory), in MB, after each tenth: %s", memory);
    }

    private static Round round(int count, long start, Duration client, Duration broker) {
        return new Round(
                count / ((System.nanoTime() - start) / 1e9),
                client.toNanos() / 1e3 / count,
                broker.toNanos() / 1e3 / count);
    }

    private static Duration ownCpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static int argument(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }

    private static void delete(Path folder) throws Exception {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
