package io.rapport.benchmarks;

import io.rapport.standalone.embedded.EmbeddedBroker;
import io.rapport.standalone.embedded.EmbeddedStore;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;

/** A broker, a store or a stream in a process of its own, so that its CPU is told apart. Ends when its input does. */
final class ProcessHost {

    private ProcessHost() {}

    /** {@code broker PORT FOLDER}, {@code store PORT}, {@code scoring BOOTSTRAP FOLDER} or {@code pass-through BOOTSTRAP FOLDER}. */
    public static void main(String[] words) throws Exception {
        try (var running = start(words)) {
            System.out.println(words[0] + MeasuredProcess.READY);
            System.in.transferTo(OutputStream.nullOutputStream());
        }
        System.exit(0);
    }

    private static AutoCloseable start(String[] words) throws InterruptedException {
        return switch (words[0]) {
            case "broker" -> {
                var port = Integer.parseInt(words[1]);
                yield EmbeddedBroker.start(Path.of(words[2]), port, port + 1);
            }
            case "store" -> EmbeddedStore.start(Integer.parseInt(words[1]));
            case "scoring" -> started(MeasuredStreams.scoring(words[1], Path.of(words[2])));
            case "pass-through" -> started(MeasuredStreams.passThrough(words[1], Path.of(words[2])));
            default -> throw new IllegalArgumentException("There is no " + words[0]);
        };
    }

    /** Starts a stream, and returns when all of its state is there. */
    private static AutoCloseable started(KafkaStreams stream) throws InterruptedException {
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
