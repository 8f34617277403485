package io.rapport.benchmarks.process;

import io.rapport.standalone.embedded.EmbeddedBroker;
import io.rapport.standalone.embedded.EmbeddedStore;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;

/** Runs a broker, a store or a stream in its own process, so that its CPU is measured separately. Exits at the end of its input. */
public final class ProcessHost {

    private ProcessHost() {}

    /** Arguments: {@code broker PORT FOLDER}, {@code store PORT}, {@code scoring BOOTSTRAP FOLDER} or {@code pass-through BOOTSTRAP FOLDER}. */
    public static void main(String[] arguments) throws Exception {
        try (var running = start(arguments)) {
            System.out.println(arguments[0] + MeasuredProcess.READY);
            System.in.transferTo(OutputStream.nullOutputStream());
        }
        System.exit(0);
    }

    private static AutoCloseable start(String[] arguments) throws InterruptedException {
        return switch (arguments[0]) {
            case "broker" -> {
                var port = Integer.parseInt(arguments[1]);
                yield EmbeddedBroker.start(Path.of(arguments[2]), port, port + 1);
            }
            case "store" -> EmbeddedStore.start(Integer.parseInt(arguments[1]));
            case "scoring" -> startStream(MeasuredStreams.scoring(arguments[1], Path.of(arguments[2])));
            case "pass-through" -> startStream(MeasuredStreams.passThrough(arguments[1], Path.of(arguments[2])));
            default -> throw new IllegalArgumentException("Unknown role: " + arguments[0]);
        };
    }

    /** Starts a stream, and returns when its state is restored. */
    private static AutoCloseable startStream(KafkaStreams stream) throws InterruptedException {
        var running = new CountDownLatch(1);
        stream.setStateListener((state, before) -> {
            if (state == KafkaStreams.State.RUNNING) {
                running.countDown();
            }
        });
        stream.start();
        running.await();
        return () -> stream.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
    }
}
