package io.rapport.benchmarks;

import io.rapport.standalone.embedded.EmbeddedBroker;
import io.rapport.standalone.embedded.EmbeddedStore;
import java.io.OutputStream;
import java.nio.file.Path;

/** A broker or a store in a process of its own, so that its CPU is told apart. Ends when its input does. */
final class Surroundings {

    private Surroundings() {}

    /** {@code broker PORT FOLDER} or {@code store PORT}. */
    public static void main(String[] words) throws Exception {
        var port = Integer.parseInt(words[1]);
        try (var running = words[0].equals("broker")
                ? EmbeddedBroker.start(Path.of(words[2]), port, port + 1)
                : EmbeddedStore.start(port)) {
            System.out.println(running.getClass().getSimpleName() + " is ready");
            System.in.transferTo(OutputStream.nullOutputStream());
        }
        System.exit(0);
    }
}
