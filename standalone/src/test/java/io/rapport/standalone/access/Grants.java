package io.rapport.standalone.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.tools.AclCommand;

/** Runs {@code ops/kafka/grant} as an operator would, with Kafka's own tool at the end of it. */
public final class Grants {

    private static final String BETWEEN = "\u001e";

    private Grants() {}

    /** Grants what the services and some subscribers need. */
    public static void run(Path folder, GuardedBroker broker, String... subscribers) throws Exception {
        for (var arguments : calls(folder, broker, subscribers)) {
            Exit.setExitProcedure((status, message) -> {
                throw new IllegalStateException("kafka-acls.sh ended with " + status + ": " + arguments);
            });
            try {
                AclCommand.main(arguments.toArray(String[]::new));
            } catch (IllegalStateException e) {
                // A tool that did what it was told ends, too.
                if (!String.valueOf(e.getMessage()).contains("ended with 0")) {
                    throw e;
                }
            } finally {
                Exit.resetExitProcedure();
            }
        }
    }

    /** A Java machine for each call would take a minute: the script's calls are written down, and made in this one. */
    private static List<List<String>> calls(Path folder, GuardedBroker broker, String... subscribers) throws Exception {
        var written = folder.resolve("calls");
        var tool = Files.writeString(
                folder.resolve("kafka-acls"),
                "#!/bin/sh\nprintf '%s" + BETWEEN + "' \"$@\" >> '" + written + "'\necho >> '" + written + "'\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
        var script = new ProcessBuilder(Stream.concat(Stream.of("../ops/kafka/grant"), Stream.of(subscribers))
                .toList());
        script.environment().put("KAFKA", broker.inside());
        script.environment()
                .put(
                        "ADMIN",
                        Files.createFile(folder.resolve("admin.properties")).toString());
        script.environment().put("KAFKA_ACLS", tool.toString());
        var ended = script.inheritIO().start().waitFor();
        if (ended != 0) {
            throw new IOException("ops/kafka/grant ended with " + ended);
        }
        var calls = new ArrayList<List<String>>();
        Files.readAllLines(written).forEach(line -> calls.add(List.of(line.split(BETWEEN))));
        return calls;
    }
}
