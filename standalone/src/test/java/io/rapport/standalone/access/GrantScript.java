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

/** Runs {@code ops/kafka/grant} with Kafka's own tool, like an operator. */
public final class GrantScript {

    private static final String SEPARATOR = "\u001e";

    private GrantScript() {}

    /** Grants the permissions of the services and of the subscribers. */
    public static void run(Path folder, GuardedBroker broker, String... subscribers) throws Exception {
        for (var arguments : calls(folder, broker, subscribers)) {
            Exit.setExitProcedure((status, message) -> {
                throw new IllegalStateException("kafka-acls.sh exited with " + status + ": " + arguments);
            });
            try {
                AclCommand.main(arguments.toArray(String[]::new));
            } catch (IllegalStateException e) {
                // The tool exits after success as well.
                if (!String.valueOf(e.getMessage()).contains("exited with 0")) {
                    throw e;
                }
            } finally {
                Exit.resetExitProcedure();
            }
        }
    }

    /** Records the calls of the script, so that they run in this JVM: a JVM for each call would take a minute. */
    private static List<List<String>> calls(Path folder, GuardedBroker broker, String... subscribers) throws Exception {
        var callFile = folder.resolve("calls");
        var tool = Files.writeString(
                folder.resolve("kafka-acls"),
                "#!/bin/sh\nprintf '%s" + SEPARATOR + "' \"$@\" >> '" + callFile + "'\necho >> '" + callFile + "'\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
        var script = new ProcessBuilder(Stream.concat(Stream.of("../ops/kafka/grant"), Stream.of(subscribers))
                .toList());
        script.environment().put("KAFKA", broker.internal());
        script.environment()
                .put(
                        "ADMIN",
                        Files.createFile(folder.resolve("admin.properties")).toString());
        script.environment().put("KAFKA_ACLS", tool.toString());
        var exitCode = script.inheritIO().start().waitFor();
        if (exitCode != 0) {
            throw new IOException("ops/kafka/grant exited with " + exitCode);
        }
        var calls = new ArrayList<List<String>>();
        Files.readAllLines(callFile).forEach(line -> calls.add(List.of(line.split(SEPARATOR))));
        return calls;
    }
}
