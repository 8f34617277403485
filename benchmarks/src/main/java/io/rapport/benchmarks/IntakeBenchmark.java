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

/**
 * Measures ingest alone: the rate and CPU of NDJSON bodies of 500 rows on 4 connections, and of a plain producer that sends the
 * same records with the same settings to the same broker, in turn; the latency of single posts at a constant rate; and the
 * resident memory of ingest while one large body is sent.
 */
final class IntakeBenchmark {

    private static final int ROUNDS = 3;
    private static final int WARM_UP = 100_000;
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

    /** A rate with the CPU of its client and of the broker for each record. */
    private record Round(double perSecond, double clientMicros, double brokerMicros) {}

    private void measureThroughput(int count) throws Exception {
        load.register();
        load.sendAll(load.bodies("warm-up", WARM_UP));
        var intakes = new ArrayList<Round>();
        var plains = new ArrayList<Round>();
        try (var producer = new PlainProducerBaseline(installation.bootstrap())) {
            producer.read(WARM_UP);
            producer.send();
            for (var round = 0; round < ROUNDS; round++) {
                intakes.add(measureIntake("round-" + round, count));
                producer.read(count);
                plains.add(measurePlain(producer, count));
            }
        }
        var intake = median(intakes);
        var plain = median(plains);
        print(
                "intake reaches %.3f of the plain producer's rate; CPU of client and broker %.1f against %.1f µs a row",
                intake.perSecond() / plain.perSecond(),
                intake.clientMicros() + intake.brokerMicros(),
                plain.clientMicros() + plain.brokerMicros());
    }

    private Round measureIntake(String run, int count) throws Exception {
        var bodies = load.bodies(run, count);
        var ingest = installation.process("ingest");
        var broker = installation.process("broker");
        List.of(ingest, broker).forEach(MeasuredProcess::startMeasurement);
        var start = System.nanoTime();
        load.sendAll(bodies);
        var round = round(count, start, ingest.measuredCpu(), broker.measuredCpu());
        print(
                "intake          %,10.0f rows a second; ingest %5.1f, broker %5.1f µs of CPU a row",
                round.perSecond(), round.clientMicros(), round.brokerMicros());
        return round;
    }

    private Round measurePlain(PlainProducerBaseline producer, int count) throws InterruptedException {
        var broker = installation.process("broker");
        broker.startMeasurement();
        var before = ownCpu();
        var start = System.nanoTime();
        producer.send();
        var round = round(count, start, ownCpu().minus(before), broker.measuredCpu());
        print(
                "plain producer  %,10.0f records a second; producer %5.1f, broker %5.1f µs of CPU a record",
                round.perSecond(), round.clientMicros(), round.brokerMicros());
        return round;
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

    private static Round median(List<Round> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparing(Round::perSecond))
                .toList()
                .get(rounds.size() / 2);
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
